import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { tableRecords } from "../../shared/aws/records.ts";
import { OrgId } from "../../shared/kernel/ids.ts";
import { fromMs, HOUR, Instant, toMs } from "../../shared/kernel/instant.ts";
import type { Deps } from "../../shared/record/change.ts";
import { changeCase } from "../../shared/record/command.ts";
import { fileCase } from "../../shared/record/file.ts";
import { wakeCase } from "../../shared/record/wake.ts";
import { asks } from "../fixtures/asks.ts";
import { staff, step } from "../fixtures/cases.ts";
import { caseId } from "../fixtures/worlds.ts";
import { createTable } from "../store/stand-ins.ts";
import { type Cast, checkClone, cloneAs, idLike, itemsByCase, type Mould, putMany } from "./cloning.ts";

const org = OrgId.parse("demo-doors");

/** The first of a year of receipts, at midnight of the office, and how far apart they come. */
const FIRST = toMs(Instant.parse("2025-03-09T16:00:00.000Z"));
const APART = 315_000;
const DAY = 24 * HOUR;

/** What cases say: `bar` and `rust` are in all of them; a thousandth says `lower`, and 25 of the oldest `hinge`. */
const SAYS = { plain: "rust bar", closed: "rust bar", rare: "rust lower bar", old: "rust bar hinge" } as const;
type Shape = keyof typeof SAYS;
const SHAPES = Object.keys(SAYS) as Shape[]; // the keys are the shapes

const shapeOf = (n: number): Shape => {
  if (n % 1000 === 7) return "rare";
  if (n < 1000 && n % 40 === 3) return "old";
  return n % 3 === 0 ? "closed" : "plain";
};

/** All cases lie in one part of the wake index, that of this id, as clones lie where their mould does. */
const FIRST_ID = caseId(1);

/** A number that the counter will not come to. */
const numberOf = (n: number): string => `${momentOf(n).slice(0, 7)}-${1_000_000 + n}`;

const momentOf = (n: number): Instant => fromMs(FIRST + n * APART);

const bodyOf = (shape: Shape) => ({
  contact: { name: "Bench", email: "bench@dealer.example" },
  dealerName: "Bench",
  orderNo: "SO-1",
  productLine: "window-guard",
  category: "1-1-1",
  description: SAYS[shape],
});

const STEPS = [step("accept"), step("reply-plan", { plan: "new bar" }), step("mark-executed"), step("close")];

const post = async () => ({ is: "sent", messageId: "m" }) as const;

/** Files a real case of a shape, lets it be dealt with if it is a closed one, and wakes it. */
const fileReal = async (deps: Deps, shape: Shape, at: Instant): Promise<Cast> => {
  const there: Deps = { ...deps, now: () => at };
  const id = idLike(FIRST_ID, `${shape} ${at}`);
  const request = { body: bodyOf(shape), requestHash: "r", tokenHash: () => "t", salt: "5a".repeat(16) };
  const filed = await fileCase(there, { org, caseId: id, ...request, locale: "en" });
  if (!filed.ok) throw new Error(`a case of the bench was refused: ${JSON.stringify(filed.error)}`);
  const { record, current } = filed.value;
  for (const one of shape === "closed" ? STEPS : []) {
    const done = await changeCase(there, record, one, { by: staff("afterSales") });
    if (!done.ok) throw new Error(`a step of the bench was refused: ${JSON.stringify(done.error)}`);
  }
  await wakeCase({ ...there, ...asks(), post }, record);
  return { id, number: current.number, at };
};

const dayOf = (n: number): number => Math.floor((n * APART) / DAY);
const firstOf = (shape: Shape): number =>
  Array.from({ length: 1000 }, (_, n) => n).findIndex((n) => shapeOf(n) === shape);
const mouldName = (n: number): string => `${shapeOf(n)} ${dayOf(n)}`;

/** One real case for each day and shape of so many cases, in a table of their own. */
const mouldsFor = async (client: DynamoDBDocumentClient, { orgs, now }: Deps, count: number) => {
  const table = "moulds";
  await createTable(client, table);
  const deps = { orgs, now, records: tableRecords(client, table, orgs) };
  const wanted = new Map(Array.from({ length: count }, (_, n) => [mouldName(n), n]));
  const morning = (n: number): number => FIRST + dayOf(n) * DAY + 9 * HOUR;
  const real = new Map<string, Cast>();
  for (const [name, n] of wanted) real.set(name, await fileReal(deps, shapeOf(n), fromMs(morning(n) + 1)));
  const later = new Map<string, Cast>();
  for (const n of SHAPES.map(firstOf)) {
    later.set(mouldName(n), await fileReal(deps, shapeOf(n), fromMs(morning(n) + HOUR)));
  }
  const items = await itemsByCase(client, table);
  const whole = (one: Cast): Mould => ({ ...one, items: items.get(one.id) ?? [] });
  const moulds = new Map([...real].map(([name, one]) => [name, whole(one)]));
  for (const [name, one] of later) checkClone(moulds.get(name) ?? whole(one), whole(one));
  return moulds;
};

/** Cases side by side in one go: as many as fill several requests. */
const AT_A_TIME = 8;
const CASES_A_GO = 50;

/**
 * Fills a table with cases of a year. Filing one by one would take an hour: a real case is filed for each day and shape,
 * and the others are its clones, item by item. Answers how to fill up to a size.
 */
export const filling = async (client: DynamoDBDocumentClient, table: string, deps: Deps, most: number) => {
  const moulds = await mouldsFor(client, deps, most);
  const cloneOf = (n: number) => {
    const mould = moulds.get(mouldName(n));
    if (mould === undefined) throw new Error(`no mould for case ${n}`);
    const own = { id: idLike(mould.id, `${n}`), number: numberOf(n), at: momentOf(n) };
    return { ...own, items: cloneAs(mould, own) };
  };
  let filled = 0;
  const go = async (to: number): Promise<void> => {
    while (filled < to) {
      const from = filled;
      filled = Math.min(from + CASES_A_GO, to);
      const some = Array.from({ length: filled - from }, (_, n) => cloneOf(from + n));
      await putMany(
        client,
        table,
        some.flatMap(({ items }) => items),
      );
    }
  };
  return {
    upTo: async (size: number): Promise<void> => {
      await Promise.all(Array.from({ length: AT_A_TIME }, () => go(size)));
    },
    /** One case of each shape among so many, the latest there are. */
    samples: (size: number) =>
      SHAPES.flatMap((shape) => {
        const n = Array.from({ length: size }, (_, at) => size - 1 - at).find((at) => shapeOf(at) === shape);
        return n === undefined ? [] : [cloneOf(n)];
      }),
  };
};
