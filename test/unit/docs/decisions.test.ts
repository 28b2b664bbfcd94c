import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../../docs/decisions");
const files = readdirSync(folder).sort();
const numberOf = (file: string): string => file.slice(0, 3);

test("every decision has a number of its own, and none is missing", () => {
  expect(files.map(numberOf)).toEqual(files.map((_, at) => String(at + 1).padStart(3, "0")));
});

test.each(files)("%s opens with its number", (file) => {
  expect(file).toMatch(/^\d{3}-[a-z0-9-]+\.md$/);
  expect(readFileSync(join(folder, file), "utf8")).toMatch(new RegExp(`^# ${numberOf(file)} \\S`));
});
