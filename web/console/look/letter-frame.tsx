import { Skeleton } from "antd";
import { useEffect, useState } from "react";
import type { LookView, PreviewReply } from "../../../shared/api/look.ts";
import type { Locale } from "../../../shared/kernel/text.ts";
import type { Failure } from "../api/failure.ts";
import { pathTo, useDesk } from "../desk.ts";
import { Choice } from "../list/choice.tsx";
import { Card, Facts, FailureNote } from "../parts.tsx";
import { type Faults, LOCALES } from "./look-form.tsx";

const WAYS = ["light", "dark", "text"] as const;
const WIDTHS = ["phone", "wide"] as const;
/** So long nothing must be typed before a letter is asked for. */
const PAUSE = 400;

type Asked = { readonly policy: string; readonly kind: string; readonly locale: Locale };
type Shown = { readonly reply?: PreviewReply; readonly failure?: Failure };

/** Asks for the letter in this look; while it is wrong, the last one that was right stays. */
const useLetter = (asked: Asked, look: LookView["look"], tell: (faults: Faults) => void): Shown => {
  const { client, org } = useDesk();
  const [shown, setShown] = useState<Shown>({});
  const body = JSON.stringify({ ...asked, look });
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const command = { body: JSON.parse(body), key: "preview", version: 0 };
      const answer = await client.post<PreviewReply>(pathTo(org, "/letters/preview"), command);
      if (!current) return;
      const faults = answer.ok ? [] : answer.failure.fields;
      tell(faults.map(({ path, says }) => ({ path: path.replace(/^\/look/, ""), says })));
      setShown((before) => {
        if (answer.ok) return { reply: answer.value };
        return faults.length > 0 ? before : { ...before, failure: answer.failure };
      });
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, org, body, tell]);
  return shown;
};

type Props = {
  readonly letters: LookView["letters"];
  readonly look: LookView["look"];
  readonly tell: (faults: Faults) => void;
};

/** A letter as its reader sees it, in a frame that may do nothing. */
export const LetterFrame = ({ letters, look, tell }: Props) => {
  const { words, locale: own } = useDesk();
  const { look: says } = words;
  const [policy, setPolicy] = useState(letters[0]?.policy ?? "");
  const kinds = letters.find((one) => one.policy === policy)?.kinds ?? [];
  const [chosen, setKind] = useState<string>(kinds[0]?.id ?? "");
  const kind = kinds.some(({ id }) => id === chosen) ? chosen : (kinds[0]?.id ?? "");
  const [locale, setLocale] = useState<Locale>(own);
  const [way, setWay] = useState<(typeof WAYS)[number]>("light");
  const [width, setWidth] = useState<(typeof WIDTHS)[number]>("wide");
  const { reply, failure } = useLetter({ policy, kind, locale }, look, tell);
  return (
    <Card title={says.preview} className="preview">
      <div className="pair">
        {letters.length > 1 && (
          <Choice
            label={says.regulation}
            value={policy}
            options={letters.map((one) => [one.policy, one.title] as const)}
            choose={setPolicy}
          />
        )}
        <Choice
          label={says.letter}
          value={kind}
          options={kinds.map(({ id, title }) => [id, title] as const)}
          choose={setKind}
        />
        <Choice
          label={says.language}
          value={locale}
          options={LOCALES.map((one) => [one, says.languages[one]] as const)}
          choose={(next) => setLocale(next === "en" ? "en" : "zh-CN")}
        />
        <Choice
          label={says.shown}
          value={way}
          options={WAYS.map((one) => [one, says[one]] as const)}
          choose={(next) => setWay(WAYS.find((one) => one === next) ?? "light")}
        />
        <Choice
          label={says.width}
          value={width}
          options={WIDTHS.map((one) => [one, says[one]] as const)}
          choose={(next) => setWidth(next === "phone" ? "phone" : "wide")}
        />
      </div>
      {failure !== undefined && <FailureNote failure={failure} />}
      {reply === undefined && failure === undefined && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {reply !== undefined && (
        <>
          <Facts
            of={[
              [says.from, reply.from],
              [says.subject, reply.subject],
              [says.line, reply.preview],
            ]}
          />
          {way === "text" ? (
            <pre className={`letter on-${width}`}>{reply.text}</pre>
          ) : (
            <iframe className={`letter on-${width}`} title={says.frame} sandbox="" srcDoc={reply[way]} />
          )}
        </>
      )}
    </Card>
  );
};
