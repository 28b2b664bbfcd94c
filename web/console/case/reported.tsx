import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Card, Facts } from "../parts.tsx";
import type { Words } from "../words/words.ts";

const nameAndRole = ({ name, role }: { readonly name: string; readonly role?: string | undefined }): string =>
  role === undefined ? name : `${name} (${role})`;

/** How a case came in, where that was not by the customer's own form. */
const cameBy = ({ channel, source, firstContact }: NonNullable<CaseView["taken"]>, words: Words) =>
  [
    [words.case.channel, channel.says],
    ...(source === undefined ? [] : ([[words.case.source, source]] as const)),
    ...(firstContact === undefined ? [] : ([[words.case.firstContact, nameAndRole(firstContact)]] as const)),
  ] as const;

/** What was reported, as corrected since, and who to speak to. */
export const Reported = ({ view: { answers, contact, taken, assumptions } }: { view: CaseView }) => {
  const { words } = useDesk();
  const { name, email, phone, address } = contact;
  return (
    <>
      <Card title={words.case.answers}>
        <Facts of={answers.map(({ label, value }) => [label, value] as const)} />
        {assumptions.length > 0 && (
          <details>
            <summary>{words.case.assumptions}</summary>
            <ul>
              {assumptions.map(({ key, says }) => (
                <li key={key}>{says}</li>
              ))}
            </ul>
          </details>
        )}
      </Card>
      <Card title={words.case.contact}>
        <Facts
          of={[
            [words.case.name, name],
            ...(email === undefined
              ? []
              : ([
                  [
                    words.case.email,
                    <a key="mail" href={`mailto:${encodeURIComponent(email)}`}>
                      {email}
                    </a>,
                  ],
                ] as const)),
            ...(phone === undefined
              ? []
              : ([
                  [
                    words.case.phone,
                    <a key="tel" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
                      {phone}
                    </a>,
                  ],
                ] as const)),
            ...(address === undefined ? [] : ([[words.case.address, address]] as const)),
            ...(taken === undefined ? [] : cameBy(taken, words)),
          ]}
        />
      </Card>
    </>
  );
};
