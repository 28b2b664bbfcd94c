import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { WeekView } from "../../../shared/api/visit-week.ts";
import { must } from "../../stack/call.ts";
import { clockOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

/** What the cases of a week owe, in one list with the visits by calendar. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({
    at: "2026-11-02T09:00+08:00",
    policies: [
      "industrial-park-property",
      "complaint-handling-norms",
      "gas-network-after-sales",
      "it-customer-service",
    ],
  });
});
afterAll(() => demo.close());

type Item = z.infer<typeof WeekView>["visits"][number];
type CaseItem = Extract<Item, { of: "case" }>;

const weekOf = async (role: string, week?: string) =>
  WeekView.parse(must(await demo.as(role).get(`/visits${week === undefined ? "" : `?week=${week}`}`), 200).body);
const ofCases = async (role: string, week?: string): Promise<readonly CaseItem[]> =>
  (await weekOf(role, week)).visits.filter((one) => one.of === "case");
const feedOf = async (role: string) => {
  const { feeds } = await weekOf(role);
  const url = feeds.find(({ of }) => of === `role:${role}`)?.url ?? expect.unreachable();
  return must(await demo.ask("GET", new URL(url).pathname), 200)
    .text.replaceAll("\r\n ", "")
    .split("\r\n");
};

const endsOn = (due: string) => new Date(Date.parse(due) - 1 + 8 * 3_600_000).toISOString().slice(0, 10);

const tenant = () =>
  demo.file({
    contact: { name: "He Lan", email: "he@tenant.example" },
    unitName: "Linjiang Optics",
    unitNo: "B-204",
    category: "cleaning",
    place: "lobby",
    description: "The lobby floor is dirty.",
  });

describe("the week of whoever visits", () => {
  test("AS-92 IPP-10 after the solution: until when, how, on which form, that the customer signs; until they have", async () => {
    const service = demo.as("customerService");
    const filed = await tenant();
    await service.step(filed, "set-severity", { severity: "general", severityGrounds: "A first time" });
    await service.step(filed, "assign", { department: "Cleaning" });
    expect(await ofCases("customerService"), "nothing is solved").toEqual([]);
    const solved = await service.step(filed, "mark-solved", { solution: "Cleaned" });
    const [item, ...others] = await ofCases("customerService", "2026-11-11");
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      caseId: filed.caseId,
      number: filed.number,
      policy: "industrial-park-property",
      visit: { id: "complaint-visit", rules: ["IPP-07", "IPP-09", "IPP-10"] },
      state: "due",
      channels: ["site", "home"],
      form: { id: "return-visit-record" },
      signature: true,
      whom: "H••••",
    });
    expect(new Date(item?.due ?? "")).toEqual(new Date(clockOf(solved, "return-visit").due ?? ""));
    expect(await ofCases("coordinationSupervisor", "2026-11-11"), "of both roles that may").toHaveLength(1);
    expect(await ofCases("cleaningSupervisor", "2026-11-11")).toEqual([]);
    // a due at midnight is the end of the day before
    const day = endsOn(item?.due ?? "").replaceAll("-", "");
    const lines = await feedOf("customerService");
    expect(lines).toContain(`DTSTART;VALUE=DATE:${day}`);
    expect(lines).toContain(`UID:${filed.caseId}.complaint-visit@${demo.org}`);

    const visit = { visit: "complaint-visit", outcome: "done", channel: "site", whom: "He Lan", opinion: "Clean" };
    await service.act(filed, "visits", visit);
    expect(await ofCases("customerService"), "made, and not signed").toMatchObject([{ state: "done" }]);
    await demo.until("2026-12-01T09:00+08:00");
    expect(await ofCases("customerService"), "it is late, and still owed").toHaveLength(1);
    expect(await ofCases("customerService", "2026-12-09"), "in another week it is not").toEqual([]);
    const signature = { signoff: "visit-signature", by: "tenant", name: "He Lan", method: "drawn" };
    await service.act(filed, "signatures", signature);
    expect(await ofCases("customerService")).toEqual([]);
    expect(await feedOf("customerService")).not.toContain(`UID:${filed.caseId}.complaint-visit@${demo.org}`);
  });

  test("IPP-15 after a special service, by telephone, at no given time", async () => {
    const service = demo.as("customerService");
    const [special, other] = [await tenant(), await tenant()];
    for (const one of [special, other]) must(await service.happened(one, "specialServiceDone"), 200);
    const found = await ofCases("customerService");
    expect(found.map(({ visit, channels, signature, due }) => [visit.id, channels, signature, due])).toEqual([
      ["special-service-visit", ["phone"], false, undefined],
      ["special-service-visit", ["phone"], false, undefined],
    ]);
    const call = { visit: "special-service-visit", outcome: "done", channel: "phone", whom: "He Lan", opinion: "Good" };
    await service.act(special, "visits", call);
    expect((await ofCases("customerService")).map(({ caseId }) => caseId)).toEqual([other.caseId]);
  });

  const taken = async (role: string, policy: string, fields: object) => {
    const contact = { name: "Qian Li", email: "qian@user.example" };
    const answer = must(await demo.as(role).tryTake({ channel: "phone", contact, fields }, { policy }), 201);
    return z.object({ caseId: z.string() }).parse(answer.body);
  };

  test("AS-102 GAS-29 an appointment that cannot be kept stands in the list at the time that was promised instead", async () => {
    const staff = demo.as("serviceStaff");
    const gas = { category: "1-1", address: "Canal Road 18", description: "The meter hisses." };
    const filed = await taken("serviceStaff", "gas-network-after-sales", gas);
    await staff.step(filed, "appoint", { appointmentAt: "2026-12-03T10:00:00+08:00", agreedWith: "Qian Li" });
    expect(await ofCases("serviceStaff")).toMatchObject([
      { visit: { id: "home-visit" }, due: "2026-12-03T10:00:00+08:00" },
    ]);
    const next = "2026-12-08T14:00:00+08:00";
    const visit = { visit: "home-visit", channel: "home", outcome: "rebooked", apology: "A burst main, sorry.", next };
    must(await staff.tryAct(filed, "visits", visit), 200);
    const nextWeek = await ofCases("serviceStaff", "2026-12-08");
    expect(nextWeek).toMatchObject([{ state: "rebooked", appointment: "2026-12-08T14:00:00+08:00", signature: true }]);
    expect(await feedOf("serviceStaff")).toContain("DTSTART:20261208T060000Z");
  });

  test("CHN-09 after a solution the customer is asked at least once what they think of it, at no given time", async () => {
    const agent = demo.as("agent");
    const late = { subject: "Late delivery", description: "The parcel came a week late." };
    const filed = await taken("agent", "complaint-handling-norms", late);
    await agent.step(filed, "restate", { mainContent: "A parcel a week late" });
    const signed = { by: "customer", name: "Qian Li", method: "typed", remark: "by phone" };
    await agent.act(filed, "signatures", { signoff: "restatement-confirmed", ...signed });
    await agent.step(filed, "promise", { promisedAt: "2026-12-04T12:00:00+08:00" });
    await agent.step(filed, "prepare-options", { optionOne: "Refund", optionTwo: "Voucher", optionThree: "Both" });
    await agent.step(filed, "offer-option", { offered: "option-1", offer: "A refund" });
    await agent.act(filed, "signatures", { signoff: "solution-confirmed", ...signed });
    await agent.step(filed, "carry-out");
    await agent.step(filed, "mark-solved", { result: "Refunded" });
    const [item] = await ofCases("agent");
    expect(item).toMatchObject({ visit: { id: "follow-up", rules: ["CHN-09"] }, contacts: { have: 0, need: 1 } });
    expect([item?.due, item?.channels]).toEqual([undefined, ["phone", "mail"]]);
    const call = { visit: "follow-up", outcome: "done", channel: "phone", whom: "Qian Li", opinion: "Content" };
    await agent.act(filed, "visits", call);
    expect(await ofCases("agent")).toEqual([]);
  });

  test("visits by calendar and those of cases are one list, the most urgent first", async () => {
    const object = {
      schedule: "project-visit",
      title: "Portal",
      contact: { name: "Chen" },
      events: { delivered: "2026-11-30" },
    };
    must(await demo.as("customerService").post("/visited/P-1?policy=it-customer-service", object), 200);
    await demo.pass("2 minutes");
    const { visits, isCut } = await weekOf("customerService");
    expect(isCut).toBe(false);
    const ofOthers = visits.filter((one) => one.of === "case" || !one.house);
    expect(ofOthers.map(({ of, form, signature }) => [of, form?.id, signature])).toEqual([
      ["calendar", "return-visit-file", false],
      ["case", "return-visit-record", false],
    ]);
  });
});
