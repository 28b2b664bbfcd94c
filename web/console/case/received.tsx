import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Card, Mark } from "../parts.tsx";
import { sayMoment } from "../words/time.ts";

type Received = CaseView["received"][number];

const Files = ({ files }: Pick<Received, "files">) => (
  <ul className="rows">
    {files.map(({ name, says, link }, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two files of a mail may bear one name, and they never move
      <li key={place}>
        <span>{link === undefined ? name : <a href={link}>{name}</a>}</span>
        <small className="quiet">{says}</small>
      </li>
    ))}
  </ul>
);

/** Every mail that came in for the case: whose it is, what it says, and what it carried; what it repeats is folded. */
export const ReceivedMails = ({ view: { received } }: { view: CaseView }) => {
  const { locale, words } = useDesk();
  const say = words.received;
  if (received.length === 0) return null;
  return (
    <Card title={say.title}>
      {received.map(({ at, own, from, subject, text, quoted, cut, spam, files, original }) => (
        <section key={`${at} ${from.address} ${subject}`}>
          <p>
            <Mark tone={own ? "good" : "info"}>{own ? say.own : say.other}</Mark> {from.name} {from.address}{" "}
            <small className="quiet">
              <time dateTime={at}>{sayMoment(at, locale)}</time>
            </small>
            {spam && <Mark tone="bad">{say.spam}</Mark>}
          </p>
          {subject !== "" && <h3>{subject}</h3>}
          <p style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</p>
          {quoted !== undefined && (
            <details>
              <summary>{say.quoted}</summary>
              <p className="quiet" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                {quoted}
              </p>
            </details>
          )}
          {files.length > 0 && <Files files={files} />}
          {original !== undefined && <a href={original}>{cut ? say.whole : say.original}</a>}
        </section>
      ))}
    </Card>
  );
};
