import { afterAll, beforeAll, describe, expect, test } from "vitest";
import demoCompany from "../../infra/demo/company.json" with { type: "json" };
import { putCompany } from "../../infra/org/company.ts";
import { FileReply, FormReply } from "../../shared/api/bodies.ts";
import { CaseList } from "../../shared/api/list-view.ts";
import { Problem } from "../../shared/api/problem.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { complaint } from "../fixtures/cases.ts";
import { PUBLICATION } from "../fixtures/worlds.ts";
import { must } from "../stack/call.ts";
import { plainComplaint } from "../stack/customer.ts";
import { DOORS, NORMS, SHARED_DESK, SILENT, useSeveral } from "../stack/several.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

/** A company that works by several regulations at once; two of them take no complaints. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00", policies: [NORMS] });
  await useSeveral(demo);
});
afterAll(() => demo.close());

const note = {
  contact: { name: "Lin Xiaoman", email: "lin@dealer.example" },
  subject: "The fitter never came",
  description: "An appointment was made and nobody came.",
};
const [FORM, CASES, PAGE] = ["/v1/demo-doors/form", "/v1/demo-doors/cases", "/demo-doors/complaint"];
const of = (path: string, policy: string | undefined) => (policy === undefined ? path : `${path}?policy=${policy}`);
const fileAs = (policy: string | undefined, body: unknown, key?: string) =>
  demo.ask("POST", of(CASES, policy), { body, headers: key === undefined ? {} : { "idempotency-key": key } });

describe("the form and the filing of a policy", () => {
  test.each([
    { why: "the company's own, when none is named", asked: undefined, policy: DOORS, form: "Complaint form" },
    { why: "the same by its id", asked: DOORS, policy: DOORS, form: "Complaint form" },
    { why: "another one", asked: NORMS, policy: NORMS, form: "Notes of a complaint" },
  ])("$why: $policy", async ({ asked, policy, form }) => {
    const view = FormReply.parse(must(await demo.ask("GET", of(FORM, asked)), 200).body);
    expect(view).toMatchObject({ policy: { id: policy }, form });
  });

  test("a complaint is judged by the policy that it was filed under", async () => {
    const filed = FileReply.parse(must(await fileAs(NORMS, note), 201).body);
    expect((await demo.tracking(filed)).policy.id).toBe(NORMS);
    const { fields = [] } = Problem.parse(must(await fileAs(undefined, note), 400).body);
    expect(fields.map(({ path }) => path)).toContain("/orderNo");
    expect((await fileAs(DOORS, plainComplaint())).status).toBe(201);
  });

  test.each(["hotel-service-quality", "Nobody%23x", "", `${DOORS}&policy=${NORMS}`, "x".repeat(3000)])(
    "404 names those that the company uses: %s",
    async (asked) => {
      for (const answer of [await demo.ask("GET", of(FORM, asked)), await fileAs(asked, note)]) {
        const { status, code, policies = [], detail } = Problem.parse(answer.body);
        expect([answer.status, status, code]).toEqual([404, 404, "no-such-policy"]);
        expect(policies.map(({ id }) => id)).toEqual([DOORS, NORMS, ...SILENT, SHARED_DESK]);
        for (const { id, title } of policies) expect(detail).toContain(`${title} (${id})`);
      }
    },
  );

  test.each(SILENT)("AS-129 409 for %s, which takes no complaints, names those that do", async (asked) => {
    const before = await demo.items();
    for (const locale of ["en", "zh-CN"]) {
      const answers = [
        await demo.ask("GET", of(FORM, asked), { locale }),
        await demo.ask("POST", of(CASES, asked), { locale, body: note }),
      ];
      for (const answer of answers) {
        expect([answer.status, answer.headers.get("content-type")]).toEqual([
          409,
          "application/problem+json; charset=utf-8",
        ]);
        const { code, policies = [], detail } = Problem.parse(answer.body);
        expect(code).toBe("policy-has-no-intake");
        expect(policies.map(({ id }) => id)).toEqual([DOORS, NORMS, SHARED_DESK]);
        expect(policies[1]?.title).toBe(locale === "en" ? "Norms for handling a complaint" : "客户服务管理制度3");
        for (const { id, title } of policies) expect(detail).toMatch(new RegExp(`${title}.*${id}`));
      }
    }
    expect(await demo.items()).toEqual(before);
  });

  test("the company is asked for first", async () => {
    const answer = await demo.ask("GET", "/v1/nobody/form?policy=service-incentive");
    expect([answer.status, Problem.parse(answer.body).code]).toEqual([404, "no-such-org"]);
  });
});

test("the same Idempotency-Key with another policy is another request", async () => {
  const first = must(await fileAs(NORMS, note, "key-of-two"), 201);
  expect((await fileAs(NORMS, note, "key-of-two")).body).toEqual(first.body);
  const own = must(await fileAs(undefined, complaint(), "key-of-the-own"), 201);
  expect((await fileAs(DOORS, complaint(), "key-of-the-own")).body, "absent is the company's own").toEqual(own.body);
  await demo.settled();
  const before = await demo.items();
  for (const other of [undefined, DOORS, SHARED_DESK]) {
    const answer = await fileAs(other, note, "key-of-two");
    expect([answer.status, Problem.parse(answer.body).code]).toEqual([422, "key-reused"]);
  }
  expect(await demo.items()).toEqual(before);
});

describe("the staff's list", () => {
  const list = async (query: string, who = "clerk") =>
    CaseList.parse(must(await demo.as(who).get(`/cases?${query}`), 200).body);
  const ids = async (query: string, who?: string) => (await list(query, who)).items.map(({ caseId }) => caseId);

  test("holds what its reader may read, and of one regulation where that is asked for", async () => {
    const filed = FileReply.parse(must(await fileAs(NORMS, note), 201).body);
    const doors = FileReply.parse(must(await fileAs(undefined, plainComplaint()), 201).body);
    await demo.settled();
    for (const own of ["limit=100", `limit=100&policy=${NORMS}`]) {
      expect(await ids(own, "agent")).toContain(filed.caseId);
      expect(await ids(own, "agent")).not.toContain(doors.caseId);
    }
    for (const own of ["limit=100", `limit=100&policy=${DOORS}`]) {
      expect(await ids(own)).toContain(doors.caseId);
      expect(await ids(own)).not.toContain(filed.caseId);
    }
    expect(await ids(`policy=${NORMS}&number=${filed.number}`, "agent")).toEqual([filed.caseId]);
    const refused = await demo.as("clerk").get(`/cases?policy=${NORMS}`);
    expect([refused.status, Problem.parse(refused.body).code]).toEqual([403, "not-your-role"]);
  });

  test("parts by regulation what one role receives under several, each state by its name", async () => {
    const body = { contact: note.contact, kind: "complaint", region: "East", description: "a noise" };
    const { caseId } = FileReply.parse(must(await fileAs(SHARED_DESK, body), 201).body);
    await demo.settled();
    expect(await ids(`limit=100&policy=${DOORS}`)).not.toContain(caseId);
    for (const query of ["", "desk=afterSales", `policy=${SHARED_DESK}`, "kind=complaint"]) {
      const row = (await list(`limit=100&${query}`)).items.find((one) => one.caseId === caseId);
      expect(row, query).toMatchObject({ policy: { id: SHARED_DESK }, kind: { id: "complaint" } });
      expect(row?.state.says).not.toBe(row?.state.id);
    }
  });

  test.each([
    ["hotel-service-quality", 404, "no-such-policy"],
    ["service-incentive", 409, "policy-has-no-intake"],
  ])("refuses %s: %i", async (policy, status, code) => {
    const answer = await demo.as("clerk").get(`/cases?policy=${policy}`);
    expect([answer.status, Problem.parse(answer.body).code]).toEqual([status, code]);
    expect((await demo.as("stranger").get(`/cases?policy=${policy}`)).status, "to its people alone").toBe(403);
  });
});

describe("the form page", () => {
  const links = (text: string) =>
    [...text.matchAll(/<a href="(\?lang=[^"]*)">([^<]*)<\/a>/g)].map(([, href = "", title]) => [
      href.replaceAll("&amp;", "&"),
      title,
    ]);
  const send = (path: string, fields: Record<string, string>) =>
    demo.ask("POST", path, {
      body: new URLSearchParams(fields).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
  const actionOf = (text: string) => /<form[^>]* action="([^"]*)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "";

  test.each([
    ["en", "Notes of a complaint", "Norms for handling a complaint"],
    ["zh-CN", "客户投诉记要", "客户服务管理制度3"],
  ])("without a policy is the company's own, with links to the others, in %s", async (locale, form, title) => {
    const page = must(await demo.ask("GET", PAGE, { locale }), 200);
    expect(links(page.text).map(([href]) => href)).toEqual([
      `?lang=${locale}&policy=${NORMS}`,
      `?lang=${locale}&policy=${SHARED_DESK}`,
    ]);
    const [href = "", words] = links(page.text)[0] ?? [];
    expect(words).toBe(title);
    const chosen = must(await demo.ask("GET", `${PAGE}${href}`, { locale: "de" }), 200);
    expect(chosen.text).toContain(`<h1>${form}</h1>`);
    expect(links(chosen.text)).toEqual([]);
    const toggle = locale === "en" ? "zh-CN" : "en";
    expect(chosen.text, "the other language stays with the policy").toContain(
      `href="?lang=${toggle}&amp;policy=${NORMS}" hreflang="${toggle}"`,
    );
    expect(chosen.text, "and the script files under it").toContain(`"policy":"${NORMS}"`);
  });

  test("sent without scripts keeps the policy, through a refusal too", async () => {
    const page = must(await demo.ask("GET", of(PAGE, NORMS)), 200);
    const typed = {
      _key: "page-of-norms",
      "contact.name": note.contact.name,
      "contact.email": note.contact.email,
      subject: note.subject,
      description: "",
    };
    const refused = must(await send(`${PAGE}${actionOf(page.text)}`, typed), 400);
    expect(refused.text).toContain(`value="${note.subject}"`);
    const mended = { ...typed, description: note.description };
    const sent = must(await send(`${PAGE}${actionOf(refused.text)}`, mended), 303);
    const [, caseId = "", trackingToken = ""] = /case\/([^/]+)\/([^?]+)/.exec(sent.headers.get("location") ?? "") ?? [];
    expect((await demo.tracking({ caseId, trackingToken })).policy.id).toBe(NORMS);
  });

  test.each([
    ["service-incentive", 409, "Norms for handling a complaint", 3],
    ["hotel-service-quality", 404, "Norms for handling a complaint", 0],
  ])("of %s: %i, and what there is instead", async (policy, status, title, many) => {
    for (const page of [await demo.ask("GET", of(PAGE, policy)), await send(of(PAGE, policy), {})]) {
      expect(page.status).toBe(status);
      expect(page.headers.get("content-type")).toContain("text/html");
      expect(page.text).toContain(title);
      expect(links(page.text)).toHaveLength(many);
    }
  });

  test("a company with one policy has nothing to choose", async () => {
    const orgs = tableOrgs(demo.demo.client, demo.demo.table);
    await putCompany(orgs, { ...demoCompany, id: "one-door", mailFrom: "service@one-door.example" }, PUBLICATION);
    const page = must(await demo.ask("GET", "/one-door/complaint"), 200);
    expect(links(page.text)).toEqual([]);
    expect(page.text).not.toContain("<nav");
  });
});
