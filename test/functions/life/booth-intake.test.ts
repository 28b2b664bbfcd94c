import { afterAll, beforeAll, expect, test } from "vitest";
import demoCompany from "../../../infra/demo/company.json" with { type: "json" };
import { putCompany } from "../../../infra/org/company.ts";
import { FormReply } from "../../../shared/api/bodies.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { tableOrgs } from "../../../shared/aws/orgs.ts";
import { PUBLICATION } from "../../fixtures/worlds.ts";
import { must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

const BOOTHS = "booth-construction-entry";
const SPRING = "Spring Fair";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-04-06T23:00+08:00", policies: [BOOTHS] });
  const desk = { emails: ["office@demo-doors.example"], locale: "en" };
  const desks = { committee: desk, organiser: desk, exhibitionCentre: desk };
  const occasions = {
    [BOOTHS]: [
      { name: SPRING, facts: { drawingsDue: "2026-04-06" } },
      { name: "Autumn Fair", facts: { drawingsDue: "2026-09-10" } },
    ],
  };
  const company = { ...demoCompany, policies: [BOOTHS], intakePolicy: BOOTHS, desks, occasions };
  await putCompany(tableOrgs(demo.demo.client, demo.demo.table), company, PUBLICATION);
});
afterAll(() => demo.close());

const stand = {
  contact: { name: "Gao Yuan", email: "gao@builder.example" },
  eventName: SPRING,
  builderName: "Linjiang Stands",
  exhibitor: "Riverside Optics",
  standNo: "B-12",
  standLength: 9,
  standWidth: 6,
  standHeight: 5,
  structure: "wood",
  woodSpan: 6,
};
const told = ({ status, body }: { status: number; body: unknown }) => {
  const { code, fields = [], rules = [] } = Problem.parse(body);
  return [status, code, fields.map(({ path }) => path), rules];
};

test("AS-104 a drawing is taken as jpg: a png is refused before it is sent, and once more by its content", async () => {
  const filed = await demo.file(stand);
  const png = await demo.tryTickets(filed, [{ damage: 0, type: "image/png", size: 100 }]);
  const { fields = [] } = Problem.parse(must(png, 400).body);
  expect(fields).toMatchObject([{ path: "/photos/0/type", code: "wrong-format", rule: "BCE-06" }]);
  expect(fields[0]?.says).toContain("jpg");
  const dressed = await demo.photo(filed, 0, "door.png", "image/jpeg");
  expect(dressed).toMatchObject({ state: "refused", refusal: { code: "wrong-format" } });
  expect(await demo.photo(filed, 0, "damage-1.jpg")).toMatchObject({ state: "kept" });
  expect((await demo.tracking(filed)).evidence).toMatchObject({ complete: false, items: [{ have: 1, need: 2 }] });
});

test("AS-104 wood spanning 6.0 m passes and 6.1 m does not", async () => {
  expect(told(await demo.tryFile({ ...stand, woodSpan: 6.1 })).slice(0, 3)).toEqual([400, "bad-fields", ["/woodSpan"]]);
});

const offered = async (): Promise<readonly string[] | undefined> => {
  const answer = await demo.ask("GET", `/v1/${demo.org}/form`);
  const { fields } = FormReply.parse(must(answer, 200).body);
  return fields.find(({ id }) => id === "eventName")?.choices?.map(({ value }) => value);
};

test("BCE-02 the form offers the events that are still open, to choose from", async () => {
  expect(await offered()).toEqual([SPRING, "Autumn Fair"]);
});

test("an event that the company does not hold is none", async () => {
  const answer = told(await demo.tryFile({ ...stand, eventName: "Winter Fair" }));
  expect(answer.slice(0, 3)).toEqual([400, "bad-fields", ["/eventName"]]);
});

test("AS-104 drawings after the event's closing date are refused, by then received or not", async () => {
  const filed = await demo.file(stand);
  await demo.until("2026-04-07T00:01+08:00");
  const late = await demo.tryFile(stand);
  expect(told(late)).toEqual([409, "intake-closed", [], ["BCE-02"]]);
  expect(Problem.parse(late.body).title).toBe("Drawings for this event are closed (2026-04-06)");
  const ticket = [{ damage: 0, type: "image/jpeg", size: 100 }];
  expect(told(await demo.tryTickets(filed, ticket)).slice(0, 2)).toEqual([409, "intake-closed"]);
  expect((await demo.tryFile({ ...stand, eventName: "Autumn Fair" })).status, "another event has its own").toBe(201);
  expect(await offered(), "what is over is offered no more").toEqual(["Autumn Fair"]);

  const { contact, ...fields } = stand;
  const mailed = (receivedAt: string) => demo.as("committee").tryTake({ channel: "mail", receivedAt, contact, fields });
  expect((await mailed("2026-04-06T23:59:59+08:00")).status, "it lay in the mailbox in time").toBe(201);
  expect(told(await mailed("2026-04-07T00:00:01+08:00")).slice(0, 2)).toEqual([409, "intake-closed"]);

  await demo.as("committee").step(filed, "request-changes", { changes: "Mark the height." });
  expect((await demo.tryTickets(filed, ticket)).status, "what is asked for anew is taken").toBe(201);
});
