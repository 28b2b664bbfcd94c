import type { VisitView } from "../../../shared/api/visiting.ts";
import { useDesk } from "../desk.ts";
import { Mark, type Tone } from "../parts.tsx";
import { wordFor } from "../words/words.ts";

const TONES: Readonly<Record<string, Tone>> = {
  MISSED: "bad",
  DONE: "good",
  SIGNED: "good",
  UNREACHABLE: "wait",
  REBOOKED: "wait",
};

/** Where a visit stands; one that is made and must be signed says that it waits. */
export const Standing = ({ state, signature }: Pick<VisitView, "state" | "signature">) => {
  const { visiting } = useDesk().words;
  const waits = state === "DONE" && signature;
  return (
    <Mark tone={waits ? "wait" : (TONES[state] ?? "info")}>
      {waits ? visiting.unsigned : wordFor(visiting.states, state)}
    </Mark>
  );
};

type Contact = VisitView["object"]["contact"];

/** Who is visited, and how they are reached. */
export const Whom = ({ name, phone, address }: Pick<Contact, "name" | "phone" | "address">) => (
  <>
    {name}
    {phone !== undefined && (
      <div className="quiet">
        <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
      </div>
    )}
    {address !== undefined && <div className="quiet">{address}</div>}
  </>
);

/** By what means, on which form, and whether the customer signs. */
export const How = ({ channels, form, signature }: Pick<VisitView, "channels" | "form" | "signature">) => {
  const { visiting } = useDesk().words;
  return (
    <>
      {channels.map((one) => wordFor(visiting.channels, one)).join(visiting.or)}
      {form !== undefined && <div className="quiet">{form.title}</div>}
      {signature && <div className="quiet">✍ {visiting.signature}</div>}
    </>
  );
};

/** What kind of work it is, within which days it may be done, and the day that was drawn where nobody is told before. */
export const Kind = ({
  duty,
  frequency,
  window,
  day,
  why,
}: Pick<VisitView, "duty" | "frequency" | "window" | "day" | "why">) => {
  const { visiting } = useDesk().words;
  return (
    <>
      <div>{wordFor(visiting.duties, duty)}</div>
      <div className="quiet">{why}</div>
      {frequency && window.from !== window.to && <div className="quiet">{visiting.anyDay(window.from, window.to)}</div>}
      {day !== undefined && <div className="quiet">{visiting.drawn(day)}</div>}
    </>
  );
};

/** What of which rule. */
export const What = ({ title, rules }: { title: string; rules: readonly string[] }) => (
  <>
    {title}
    <div className="quiet">{rules.join(" ")}</div>
  </>
);
