import { Input } from "antd";
import { type ReactNode, useId } from "react";
import type { LookView } from "../../../shared/api/look.ts";
import type { Locale } from "../../../shared/kernel/text.ts";
import { useDesk } from "../desk.ts";

type Look = LookView["look"];
/** The languages of letters. */
export const LOCALES: readonly Locale[] = ["zh-CN", "en"];

export type Faults = readonly { readonly path: string; readonly says: string }[];

type FieldProps = {
  readonly title: string;
  readonly path: string;
  readonly faults: Faults;
  readonly hint?: string;
  readonly children: (of: { id: string; "aria-describedby": string; "aria-invalid": boolean }) => ReactNode;
};

/** A field with its label, its hint, and what is wrong with it. */
const Field = ({ title, path, faults, hint, children }: FieldProps) => {
  const id = useId();
  const says = faults.filter((fault) => fault.path === path).map((fault) => fault.says);
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      {children({ id, "aria-describedby": `${id}-says`, "aria-invalid": says.length > 0 })}
      <p id={`${id}-says`} className={says.length > 0 ? "wrong" : "quiet"}>
        {says.length > 0 ? says.join(" ") : hint}
      </p>
    </div>
  );
};

type FormProps = {
  readonly look: Look;
  readonly registered: LookView["registered"];
  readonly faults: Faults;
  readonly disabled: boolean;
  readonly change: (look: Look) => void;
};

/** A colour, chosen or typed: the text alone is what counts. */
const Colour = ({
  of,
  look,
  faults,
  disabled,
  change,
}: Omit<FormProps, "registered"> & { of: "accent" | "onAccent" }) => {
  const { look: words } = useDesk().words;
  const set = (value: string): void => change({ ...look, [of]: value.toLowerCase() });
  return (
    <Field title={words[of]} path={`/${of}`} faults={faults}>
      {(field) => (
        <span className="colour">
          <input
            type="color"
            aria-label={words.pick(words[of])}
            value={/^#[0-9a-f]{6}$/i.test(look[of]) ? look[of] : "#000000"}
            disabled={disabled}
            onChange={({ target }) => set(target.value)}
          />
          <Input
            {...field}
            value={look[of]}
            maxLength={7}
            disabled={disabled}
            onChange={({ target }) => set(target.value)}
          />
        </span>
      )}
    </Field>
  );
};

/** Everything that a company can choose of its letters. */
export const LookForm = (props: FormProps) => {
  const { look, registered, faults, disabled, change } = props;
  const { look: words } = useDesk().words;
  const says = (title: string, locale: Locale): string => `${title} · ${words.languages[locale]}`;
  return (
    <>
      {LOCALES.map((locale) => (
        <Field
          key={locale}
          title={says(words.name, locale)}
          path={`/name/${locale}`}
          faults={faults}
          hint={words.nameHint(registered[locale])}
        >
          {(field) => (
            <Input
              {...field}
              maxLength={60}
              value={look.name[locale]}
              disabled={disabled}
              onChange={({ target }) => change({ ...look, name: { ...look.name, [locale]: target.value } })}
            />
          )}
        </Field>
      ))}
      <div className="pair">
        <Colour {...props} of="accent" />
        <Colour {...props} of="onAccent" />
      </div>
      {(["signature", "footer"] as const).map((part) =>
        LOCALES.map((locale) => (
          <Field
            key={`${part} ${locale}`}
            title={says(words[part], locale)}
            path={`/${part}/${locale}`}
            faults={faults}
            hint={words.linesHint}
          >
            {(field) => (
              <Input.TextArea
                {...field}
                rows={3}
                maxLength={1000}
                value={look[part][locale]}
                disabled={disabled}
                onChange={({ target }) => change({ ...look, [part]: { ...look[part], [locale]: target.value } })}
              />
            )}
          </Field>
        )),
      )}
    </>
  );
};
