import { itemsOf, type Kept, type KeptPhoto, type Typed } from "./kept.ts";

export type LineTyped = Typed["lines"][number];

/** The line of an item as far as it is filled in. */
export const lineOf = ({ typed: { lines } }: Kept, checklist: string, item: string): LineTyped | undefined =>
  lines.find(({ of }) => of?.checklist === checklist && of.item === item);

/** The problems that no list asks for. */
export const furtherOf = ({ typed: { lines } }: Kept): readonly LineTyped[] =>
  lines.filter(({ of }) => of === undefined);

/** With all its lines in the order in which photos count them: the items of the lists, then what no list asks for. */
const inOrder = (kept: Kept, lines: readonly LineTyped[]): Kept => {
  const items = itemsOf(kept.form).flatMap(
    ({ checklist, item }) => lines.find(({ of }) => of?.checklist === checklist && of.item === item.id) ?? [],
  );
  const further = lines.filter(({ of }) => of === undefined);
  return { ...kept, typed: { ...kept.typed, lines: [...items, ...further] } };
};

/** What is said of an item, put beside what was said before. */
export const withLine = (kept: Kept, checklist: string, item: string, said: Partial<LineTyped>): Kept => {
  const before = lineOf(kept, checklist, item) ?? { of: { checklist, item }, result: "ok" as const };
  const others = kept.typed.lines.filter((line) => line !== before);
  return inOrder(kept, [...others, { ...before, ...said }]);
};

/** A problem that no list asks for: a new one at the end, or what is said of one. */
export const withFurther = (kept: Kept, at: number, said: Partial<LineTyped>): Kept => {
  const further = [...furtherOf(kept)];
  further[at] = { result: "remark", title: "", ...further[at], ...said };
  return inOrder(kept, [...kept.typed.lines.filter(({ of }) => of !== undefined), ...further]);
};

/** Which line photos of a problem that no list asks for belong to. */
export const furtherLine = ({ form }: Kept, at: number): number => itemsOf(form).length + at + 1;

export const withPhotos = (kept: Kept, line: number, files: readonly File[]): Kept => ({
  ...kept,
  photos: [
    ...kept.photos,
    ...files.map((file): KeptPhoto => ({ key: crypto.randomUUID(), line, type: file.type, file })),
  ],
});

export const photosAt = ({ photos }: Kept, line: number): number => photos.filter((one) => one.line === line).length;

/** As it is handed in: what was left empty is not said at all. */
export const whole = (kept: Kept): Kept => {
  const { head, object, lines, ...typed } = kept.typed;
  const name = head?.name.trim() ?? "";
  const said = lines.map(({ value, note, ...line }) => ({
    ...line,
    ...(value === undefined || value.trim() === "" ? {} : { value }),
    ...(note === undefined || note.trim() === "" ? {} : { note }),
  }));
  return {
    ...kept,
    typed: {
      ...typed,
      people: typed.people.filter((one) => one.name.trim() !== ""),
      ...(object === undefined || object.trim() === "" ? {} : { object }),
      ...(name === "" ? {} : { head: { name, ...(head?.email ? { email: head.email } : {}) } }),
      lines: said,
    },
  };
};
