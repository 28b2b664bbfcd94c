import { expect, test } from "vitest";
import { type Mask, strictest } from "../../../shared/privacy/privacy.ts";

const masks = (of: Readonly<Record<string, Mask>>) => new Map(Object.entries(of));

test.each<[string, readonly ReadonlyMap<string, Mask>[], Readonly<Record<string, Mask>>]>([
  ["nothing protects nothing", [masks({}), masks({})], {}],
  ["what one protects is protected", [masks({ contact: "initial" }), masks({})], { contact: "initial" }],
  [
    "the least is left, whoever comes first",
    [masks({ contact: "hidden" }), masks({ contact: "last-four" })],
    { contact: "hidden" },
  ],
  ["and whoever comes last", [masks({ contact: "last-four" }), masks({ contact: "initial" })], { contact: "initial" }],
])("%s", (_why, all, left) => {
  expect(Object.fromEntries(strictest(all))).toEqual(left);
});
