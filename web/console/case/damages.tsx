import type { CaseView } from "../../../shared/api/case-view.ts";
import { useDesk } from "../desk.ts";
import { Card, Facts } from "../parts.tsx";
import { Photos } from "./photos.tsx";

/** Each damage with its answers and photos; photos of the case as a whole come last. */
export const Damages = ({ view: { damages, photos } }: { view: CaseView }) => {
  const { words } = useDesk();
  const whole = photos.filter(({ damage }) => damage === 0);
  if (damages.length === 0 && photos.length === 0) return null;
  return (
    <Card title={words.case.damages}>
      {damages.map(({ damage, answers }) => (
        <section key={damage} className="damage" aria-label={words.case.damage(damage)}>
          <h3>{words.case.damage(damage)}</h3>
          <Facts of={answers.map(({ label, value }) => [label, value] as const)} />
          <Photos damage={damage} photos={photos.filter((one) => one.damage === damage)} />
        </section>
      ))}
      {whole.length > 0 && (
        <section className="damage" aria-label={words.case.damage(0)}>
          <h3>{words.case.damage(0)}</h3>
          <Photos damage={0} photos={whole} />
        </section>
      )}
    </Card>
  );
};
