import { Alert, Button, Tag } from "antd";
import { type ReactNode, useId } from "react";
import { type Failure, isPassing } from "./api/failure.ts";
import { useDesk } from "./desk.ts";
import type { Words } from "./words/words.ts";

const sayFailure = ({ failed }: Words, { code, title, status }: Failure): string => {
  if (code === "unreachable" || code === "not-a-member") return failed[code];
  return title === "" || status >= 500 ? failed.other(status) : title;
};

/** Why something was not done or cannot be shown, announced when it appears. */
export const FailureNote = ({ failure, again }: { failure: Failure; again?: () => void }) => {
  const { words } = useDesk();
  const { rules } = failure;
  return (
    <Alert
      type={isPassing(failure) ? "warning" : "error"}
      showIcon
      role="alert"
      title={sayFailure(words, failure)}
      description={rules.length > 0 ? words.actions.rules(rules.join(" ")) : undefined}
      action={again === undefined ? undefined : <Button onClick={again}>{words.again}</Button>}
    />
  );
};

/** A titled part of a screen; a landmark, so that it can be jumped to. */
export const Card = ({ title, children, className }: { title: string; children: ReactNode; className?: string }) => {
  const id = useId();
  return (
    <section className={`card ${className ?? ""}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
};

const MARKS = { good: "✓", bad: "⚠", wait: "○", info: "·" } as const;
export type Tone = keyof typeof MARKS;

/** A state in a word, a mark and a colour: each says it alone. */
export const Mark = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <Tag className={`mark ${tone}`} variant="filled">
    <span aria-hidden="true">{MARKS[tone]} </span>
    {children}
  </Tag>
);

export const Facts = ({ of }: { of: readonly (readonly [label: string, value: ReactNode])[] }) => (
  <dl className="facts">
    {of.map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
