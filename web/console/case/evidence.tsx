import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Card, Mark } from "../parts.tsx";

/** Which photos the regulation asks for, and how many of each are there; nothing where it asks for none. */
export const Evidence = ({ view: { evidence } }: { view: CaseView }) => {
  const { words } = useDesk();
  if (evidence.items.length === 0) return null;
  return (
    <Card title={words.evidence.title}>
      <ul className="rows">
        {evidence.items.map(({ rule, title, rules, damage, have, need }) => (
          <li key={`${rule}/${damage}`}>
            <span>
              {damage === 0 ? words.evidence.whole : words.case.damage(damage)} · {title}{" "}
              <small className="quiet">{rules.join(" ")}</small>
            </span>
            <Mark tone={have >= need ? "good" : "bad"}>{words.evidence.have(have, need)}</Mark>
          </li>
        ))}
      </ul>
    </Card>
  );
};
