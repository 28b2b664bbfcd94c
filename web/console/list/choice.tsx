import { useId } from "react";
import type { Regulation } from "../desk.ts";

export type Option = readonly [value: string, says: string];

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  /** What is said where nothing is chosen; absent where something must be. */
  readonly any?: string;
  readonly options: readonly Option[];
  readonly choose: (value: string) => void;
};

/** One thing to choose: the browser's own list, which every phone, keyboard and screen reader knows. */
export const Choice = ({ label, value, any, options, choose }: ChoiceProps) => {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => choose(target.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map(([code, says]) => (
          <option key={code} value={code}>
            {says}
          </option>
        ))}
      </select>
    </div>
  );
};

type Titled = { readonly id: string; readonly title: string };

/** What several regulations have, each once; the first that names it says what it is called. */
export const titled = (all: readonly (readonly Titled[])[]): readonly Option[] =>
  [
    ...new Map(
      all
        .flat()
        .map(({ id, title }) => [id, title] as const)
        .reverse(),
    ),
  ].reverse();

/** A tree as a list in which the finer ones stand further in. */
export const inTree = (nodes: Regulation["categories"], depth = 0): readonly Option[] =>
  nodes.flatMap(({ code, title, children }): readonly Option[] => [
    [code, `${"\u3000".repeat(depth)}${code} ${title}`],
    ...inTree(children, depth + 1),
  ]);
