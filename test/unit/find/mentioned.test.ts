import { expect, test } from "vitest";
import { markOf } from "../../../shared/find/marks.ts";
import { mentionedIn } from "../../../shared/find/mentioned.ts";

const rows: readonly (readonly [why: string, text: string, marks: readonly string[]])[] = [
  ["a mobile number in a sentence", "业户沈女士（13957112233）来电", ["phone 13957112233"]],
  ["written in groups", "call 139 5711 2233, please", ["phone 13957112233"]],
  ["with its prefix", "+86-139-5711-2233", ["phone 13957112233"]],
  ["full-width digits", "电话１３９５７１１２２３３。", ["phone 13957112233"]],
  ["a fixed line", "0571-5550 0100", ["phone 57155500100"]],
  ["an address, however it is spelt", "写给 Shen.J@Homes.example。", ["email shen.j@homes.example"]],
  ["a day is no number to call", "于 2026-10-08 处理", []],
  ["a small figure is none either", "共 120 箱，每箱 24.5 元", []],
  ["nothing", "已检修电梯", []],
];
test.each(rows)("%s: %s", (_why, text, marks) => {
  expect([...mentionedIn(text)]).toEqual(marks);
});

test("two numbers beside each other are two, and each is found as a person is asked for by it", () => {
  const marks = mentionedIn("13957112233 13800001111");
  for (const phone of ["+86 139 5711 2233", "138-0000-1111"]) expect(marks).toContain(markOf("phone", phone));
});
