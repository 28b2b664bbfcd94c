import type { Policy } from "../../shared/policy/policy.ts";

/** What of a regulation is only told to people: how `policy trace` calls it, and the key of its entry on the page. */
export const toldOf = ({
  scope,
  prohibitions,
  documents,
}: Policy): readonly { by: string; key: string; rules: readonly string[] }[] => [
  ...scope.map(({ rules }, at) => ({ by: "scope", key: `scope[${at}]`, rules })),
  ...prohibitions.map(({ id, rules }) => ({ by: `prohibition ${id}`, key: `prohibitions.${id}`, rules })),
  ...documents.map(({ id, rules }) => ({ by: `document ${id}`, key: `documents.${id}`, rules })),
];
