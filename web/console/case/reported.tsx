import type { CaseView } from "../../../shared/api/views.ts";
import { useDesk } from "../desk.ts";
import { Card, Facts } from "../parts.tsx";

/** What was reported, as corrected since, and who to speak to. */
export const Reported = ({ view: { answers, contact, assumptions } }: { view: CaseView }) => {
  const { words } = useDesk();
  const { name, email, phone } = contact;
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
            [
              words.case.email,
              <a key="mail" href={`mailto:${encodeURIComponent(email)}`}>
                {email}
              </a>,
            ],
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
          ]}
        />
      </Card>
    </>
  );
};
