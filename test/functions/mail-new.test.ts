import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import demoCompany from "../../infra/demo/company.json" with { type: "json" };
import { putCompany } from "../../infra/org/company.ts";
import { publishedPolicy } from "../../infra/policy/published.ts";
import { CaseList } from "../../shared/api/list-view.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { mail } from "../fixtures/mails/mails.ts";
import { PUBLICATION } from "../fixtures/worlds.ts";
import { must } from "../stack/call.ts";
import { functionOf, openTest, type TestStack } from "../stack/stack.ts";

/** Mail that belongs to no case: a new one where the regulation takes them in by mail, else one answer. */
const TAXI = "taxi-service-quality";
const BOOTHS = "booth-construction-entry";
const INBOX = "service@demo-doors.example";
const OTHER_INBOX = "office@expo.example";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-04-06T09:30+08:00", policies: [TAXI] });
  const orgs = tableOrgs(demo.demo.client, demo.demo.table);
  // the regulation as it is, but for the word that it takes matters in by mail
  const { source, ref } = publishedPolicy(TAXI) ?? expect.unreachable();
  const written = source as { intake: object };
  const byMail = { ...written, version: 2, intake: { ...written.intake, channels: ["web", "phone", "mail"] } };
  const version = { ...ref, version: 2, hash: "by-mail" };
  await orgs.publish("demo-doors", version, byMail, PUBLICATION);
  const org = (await orgs.org("demo-doors")) ?? expect.unreachable();
  await orgs.putOrg({ ...org, policies: [{ ref: version, effectiveFrom: "2026-01-01" }, ...org.policies] });
  const desk = { emails: ["hall@expo.example"], locale: "en" };
  const desks = { committee: desk, organiser: desk, exhibitionCentre: desk };
  const occasions = {
    [BOOTHS]: [
      { name: "Spring Fair", facts: { drawingsDue: "2026-04-05" } },
      { name: "Autumn Fair", facts: { drawingsDue: "2026-09-10" } },
    ],
  };
  const expo = {
    ...demoCompany,
    id: "expo",
    mailFrom: OTHER_INBOX,
    policies: [BOOTHS],
    intakePolicy: BOOTHS,
    desks,
    occasions,
  };
  await putCompany(orgs, expo, PUBLICATION);
  const doors = { ...demoCompany, id: "doors-only", mailFrom: "service@doors-only.example" };
  await putCompany(orgs, doors, PUBLICATION);
});
afterAll(() => demo.close());
beforeEach(async () => void must(await demo.ask("DELETE", "/_local/faults"), 200));

const drop = async (raw: Buffer): Promise<string[]> => {
  const keys = await demo.drop(raw);
  await demo.settled();
  return keys;
};
const queue = async () => CaseList.parse(must(await demo.as("operations").get("/cases"), 200).body).items;
const letter = (from: string, to: string, id: string, subject: string, text = "…"): Buffer =>
  Buffer.from(`From: ${from}\r\nTo: ${to}\r\nMessage-ID: <${id}@mail.example>\r\nSubject: ${subject}\r\n\r\n${text}`);

describe("the regulation takes matters in by mail", () => {
  test("AS-106 a stranger's mail is a case on the desk that receives, unclassified; what is missing is filled in by staff", async () => {
    await drop(mail("new-matter", { from: "乘客王 <wang@mail.example>", to: INBOX }));
    const [row, ...others] = await queue();
    expect([row?.category, others]).toEqual(["unclassified", []]);
    const operations = demo.as("operations");
    const known = { caseId: row?.caseId ?? "" };
    const seen = await operations.see(known);
    expect(seen.contact).toEqual({ name: "乘客王", email: "wang@mail.example" });
    expect(seen.facts.description).toBe("出租车不打表\n昨晚八点乘坐的车辆不打表收费，请处理。");
    expect(seen.taken).toMatchObject({ channel: { id: "mail" } });
    expect(seen.taken?.firstContact).toBeUndefined();
    expect(seen.received).toMatchObject([{ own: true, subject: "出租车不打表" }]);
    const put = await operations.post(`/cases/${known.caseId}/corrections`, {
      place: 0,
      field: "category",
      value: "3",
      reason: "不打表",
    });
    expect(put.status).toBe(200);
    expect((await operations.see(known)).category?.code).toBe("3");
  });

  test("its customer gets the number by mail, and the desk one letter: that of the new case", async () => {
    await demo.pass("2 minutes");
    const [told, ...more] = await demo.mails({ to: "wang@mail.example" });
    expect([told?.headers["auto-submitted"], more]).toEqual(["auto-generated", []]);
    expect(told?.headers["reply-to"]).toMatch(/^service\+case_[0-9a-z]{26}@demo-doors\.example$/);
    await drop(mail("reply-gbk", { from: "wang@mail.example", to: INBOX, answers: told?.messageId ?? "" }));
    const [row, ...others] = await queue();
    expect(others).toEqual([]);
    expect((await demo.as("operations").see({ caseId: row?.caseId ?? "" })).received).toHaveLength(2);
  });

  test.each([
    ["before it began", { kill: "before", times: 2 }],
    ["after all was done and before anybody heard of it", { kill: "after", times: 2 }],
    ["not at all, but it came twice", { twice: true }],
  ])("killed %s: one case", async (why, fault) => {
    const { id } = functionOf(demo.stack, "mail-in.upload");
    const before = (await queue()).length;
    must(await demo.ask("PUT", "/_local/faults", { body: { function: id, ...fault } }), 200);
    await drop(letter("lin@mail.example", INBOX, `killed-${why.length}`, `Lost property ${why}`));
    expect(await queue()).toHaveLength(before + 1);
  });

  test("spam, and who is known not to be whom the mail names, begin nothing and are answered by nothing", async () => {
    const before = (await queue()).length;
    for (const head of ["X-SES-Spam-Verdict: FAIL", "Authentication-Results: amazonses.com; dmarc=fail"]) {
      await drop(
        Buffer.concat([Buffer.from(`${head}\r\n`), letter("spam@mail.example", INBOX, head.slice(0, 5), "Offer")]),
      );
    }
    expect(await queue()).toHaveLength(before);
    expect(await demo.mails({ to: "spam@mail.example" })).toEqual([]);
  });
});

describe("what the regulation closes stays closed", () => {
  const cases = async () =>
    (await demo.items()).filter(({ pk, sk }) => pk.startsWith("ORG#expo#case#") && sk === "RECORD").length;

  test("AS-104 drawings that name an event whose day is over are answered, those of another event are taken", async () => {
    await drop(letter("gao@builder.example", OTHER_INBOX, "late", "Drawings, Spring Fair"));
    expect(await cases()).toBe(0);
    expect(await demo.mails({ to: "gao@builder.example" })).toHaveLength(1);
    await drop(letter("gao@builder.example", OTHER_INBOX, "in-time", "Drawings, Autumn Fair"));
    expect(await cases()).toBe(1);
  });
});

describe("the regulation does not", () => {
  test("a stranger is answered once, politely, with where to go; marked so that no machine answers it", async () => {
    const to = "service@doors-only.example";
    const send = (id: string) => drop(letter("Ann <ann@mail.example>", to, id, "A broken door\t"));
    await send("first");
    await send("second");
    const [answer, ...others] = await demo.mails({ to: "ann@mail.example" });
    expect(others).toEqual([]);
    expect(answer).toMatchObject({ subject: "Re: A broken door", from: to });
    expect(answer?.text).toContain("/doors-only/complaint?lang=en");
    expect(answer?.headers).toMatchObject({ "auto-submitted": "auto-replied", "in-reply-to": "<first@mail.example>" });
    await drop(
      Buffer.concat([Buffer.from("Auto-Submitted: auto-replied\r\n"), letter("bob@mail.example", to, "auto", "Away")]),
    );
    expect(await demo.mails({ to: "bob@mail.example" })).toEqual([]);
    const asked = (await demo.items()).filter(({ pk }) => pk.startsWith("ORG#doors-only#case#"));
    expect(asked).toEqual([]);
  });

  test("our own answer, come back, ends there; an address that is nobody's is nothing", async () => {
    const [answer] = await demo.mails({ to: "ann@mail.example" });
    const before = (await demo.mails()).length;
    await drop(Buffer.from(await demo.source(answer ?? expect.unreachable())));
    await drop(letter("ann@mail.example", "nobody@elsewhere.example", "lost", "?"));
    expect(await demo.mails()).toHaveLength(before);
    await expect.poll(() => demo.logged()).toContain('"is":"nobody-here"');
  });
});
