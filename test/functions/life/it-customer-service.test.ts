import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaseList } from "../../../shared/api/list-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { TakeReply } from "../../../shared/api/taking.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00", policies: ["it-customer-service"] });
});
afterAll(() => demo.close());

const fault = { kind: "fault", project: "Riverside shop", description: "The shop does not load since nine." };
const contact = { name: "Wang Rui", email: "wang@client.example", phone: "13900000007" };

/** A call that somebody of the company takes; `clerk` is in sales and has no role of this regulation. */
const called = async (sub = "clerk"): Promise<Filed> => {
  const answer = await demo.as(sub).tryTake({ channel: "phone", contact, fields: fault });
  const { trackingToken = "", trackingPage = "", ...rest } = TakeReply.parse(must(answer, 201).body);
  return { ...rest, trackingToken, trackingPage };
};
const doing = (sub: string, { caseId }: Filed, path: string, body: unknown = {}) =>
  demo.as(sub).post(`/cases/${caseId}/${path}`, body);
const refused = async (sub: string, filed: Filed, path: string, body: unknown = {}) => {
  const answer = await doing(sub, filed, path, body);
  const { code, title, rules } = Problem.parse(answer.body);
  return { status: answer.status, code, title, rules };
};
const desks = async (sub: string, { caseId }: Filed): Promise<string | undefined> =>
  CaseList.parse(must(await demo.as(sub).get("/cases?limit=100"), 200).body).items.find((one) => one.caseId === caseId)
    ?.desk?.id;

describe("AS-74 first contact and absent leader", () => {
  test("the case goes to the substitute, the first contact stays responsible until they take over, the customer sees who has it", async () => {
    const filed = await called();
    const seen = await demo.as("clerk").see(filed);
    expect(seen.taken?.firstContact).toMatchObject({ sub: "clerk" });
    expect((await demo.tracking(filed)).holder).toEqual({ title: "First responsible (whoever was asked first)" });

    const early = { route: "hand-over", absent: true, person: { sub: "colleagueInCharge", name: "Sun Li" } };
    expect(await refused("clerk", filed, "assignments", early), "a record is made first (ITS-07)").toMatchObject({
      status: 409,
      code: "route-needs",
      title: "needed first: A record made before",
    });
    await demo.as("clerk").step(filed, "register", { firstContact: "Zhou Xiao" });
    expect(await refused("clerk", filed, "steps/hand-over"), "nobody would be named").toMatchObject({
      status: 409,
      code: "by-route",
    });
    must(await doing("clerk", filed, "assignments", early), 200);

    const waiting = await demo.as("customerService").see(filed);
    expect(waiting).toMatchObject({
      state: { id: "HANDED_OVER" },
      routing: {
        responsible: { sub: "clerk" },
        assignments: [
          { to: "Colleague also in charge", insteadOf: "Responsible leader", person: "Sun Li", state: "waiting" },
        ],
      },
    });
    expect((await demo.tracking(filed)).holder).toEqual({
      title: "First responsible (whoever was asked first)",
      waitingFor: "Colleague also in charge",
    });
    expect(await desks("customerService", filed)).toBe("colleagueInCharge");

    expect(await refused("responsibleLeader", filed, "assignments/1/acknowledgement")).toMatchObject({ status: 403 });
    must(await doing("colleagueInCharge", filed, "assignments/1/acknowledgement"), 200);
    const taken = await demo.as("colleagueInCharge").see(filed);
    expect(taken).toMatchObject({
      state: { id: "ACCEPTED" },
      taken: { firstContact: { sub: "clerk" } },
      routing: {
        responsible: { sub: "colleagueInCharge", role: "Colleague also in charge" },
        assignments: [{ by: { sub: "clerk" }, state: "taken", taken: { by: { sub: "colleagueInCharge" } } }],
      },
    });
    const customers = await demo.tracking(filed);
    expect(customers.holder).toEqual({ title: "Colleague also in charge", since: expect.any(String) });
    expect(JSON.stringify(customers)).not.toMatch(/Sun Li|clerk/);
    expect(customers.timeline.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["Handed over, to be taken over by", "Taken over"]),
    );
    expect(await refused("colleagueInCharge", filed, "assignments/1/acknowledgement")).toMatchObject({
      status: 409,
      code: "nothing-to-do",
    });
  });

  test("what is given back is with whoever had it before, and may be given to another", async () => {
    const filed = await called();
    await demo.as("clerk").step(filed, "register", { firstContact: "Zhou Xiao" });
    must(await doing("clerk", filed, "assignments", { route: "hand-over" }), 200);
    expect(await refused("responsibleLeader", filed, "assignments/1/return", { reason: "\u0000" })).toMatchObject({
      status: 400,
    });
    must(await doing("responsibleLeader", filed, "assignments/1/return", { reason: "It is the host's." }), 200);
    expect((await demo.as("clerk").see(filed)).routing).toMatchObject({
      responsible: { sub: "clerk" },
      assignments: [{ state: "returned", returned: { reason: "It is the host's." } }],
    });
    must(await doing("clerk", filed, "assignments", { route: "absent-leader" }), 200);
    expect(await refused("responsibleLeader", filed, "assignments/1/acknowledgement")).toMatchObject({ status: 409 });
    must(await doing("colleagueInCharge", filed, "assignments/2/acknowledgement"), 200);
  });

  test("who took another call, and whoever has no role here, has nothing to do with it", async () => {
    const filed = await called();
    expect((await demo.as("manager").get(`/cases/${filed.caseId}`)).status).toBe(403);
    expect(await refused("manager", filed, "notes", { text: "x" })).toMatchObject({ status: 403 });
    expect(await refused("techService", filed, "assignments", { route: "hand-over" })).toMatchObject({ status: 403 });
    expect(await refused("clerk", filed, "assignments", { route: "lunch" })).toMatchObject({ code: "unknown-route" });
    expect(await refused("clerk", filed, "assignments/7/acknowledgement")).toMatchObject({
      code: "unknown-assignment",
    });
  });

  test("whoever took a call reads its forms, its proof and what keeps it, as they read the case (ITS-04)", async () => {
    const filed = await called();
    const read = async (sub: string) =>
      Promise.all(
        ["", "/forms/work-contact-slip", "/audit", "/keeping"].map(
          async (path) => (await demo.as(sub).get(`/cases/${filed.caseId}${path}`)).status,
        ),
      );
    expect(await read("clerk")).toEqual([200, 200, 200, 200]);
    expect(await read("manager"), "who took nothing in has no part in it").toEqual([403, 403, 403, 403]);
  });

  test("a call handed over twice under one key is handed over once", async () => {
    const filed = await called();
    await demo.as("clerk").step(filed, "register", { firstContact: "Zhou Xiao" });
    const body = { route: "hand-over", note: "The shop is down." };
    const send = () => demo.as("clerk").post(`/cases/${filed.caseId}/assignments`, body, { "idempotency-key": "h-1" });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await demo.as("clerk").see(filed)).routing.assignments).toHaveLength(1);
  });
});

describe("the same matter twice", () => {
  const matter = { contact: { name: "Xu Fang", email: "xu@client.example" }, ...fault, project: "Harbour site" };

  test("is said in the answer and on both cases, never refused, and staff say what it is", async () => {
    const first = await demo.file(matter);
    expect(first.warnings).toEqual([]);
    const again = { ...matter, contact: { ...matter.contact, email: "XU@client.example" }, project: "harbour  site" };
    const second = await demo.file(again, { key: "xu-2" });
    expect(second.warnings).toMatchObject([{ code: "perhaps-filed-before" }]);
    expect(JSON.stringify(second), "it may be somebody else's address").not.toContain(first.number);
    expect(await demo.file(again, { key: "xu-2" })).toEqual(second);
    const desk = demo.as("customerService");
    expect((await desk.see(first)).duplicates).toEqual([{ caseId: second.caseId, number: second.number }]);
    expect((await desk.see(second)).duplicates).toEqual([{ caseId: first.caseId, number: first.number }]);
    expect(JSON.stringify(await demo.tracking(first))).not.toContain(second.number);
    const other = await demo.file({ ...matter, project: "Airport site" });
    expect(other.warnings).toEqual([]);

    expect((await desk.see(second)).acts.find(({ act }) => act === "decideDuplicate")).toMatchObject({
      of: first.number,
    });
    expect(await refused("customerService", second, `duplicates/${other.caseId}`, { same: true })).toMatchObject({
      status: 404,
      code: "unknown-duplicate",
    });
    expect(await refused("accountOwner", second, `duplicates/${first.caseId}`, { same: true })).toMatchObject({
      status: 403,
    });
    must(await doing("customerService", second, `duplicates/${first.caseId}`, { same: false }), 200);
    await demo.pass("2 minutes");
    expect((await desk.see(first)).duplicates).toMatchObject([{ same: false }]);
    must(await doing("customerService", first, `duplicates/${second.caseId}`, { same: true }), 200);
    await demo.pass("2 minutes");
    expect((await desk.see(second)).duplicates).toMatchObject([{ same: true }]);
  });
});

/** A case that technical service has accepted. */
const accepted = async (): Promise<Filed> => {
  const filed = await demo.file({ contact, ...fault });
  await demo.as("techService").step(filed, "accept");
  return filed;
};

const authorisation = { signoff: "remote-authorisation", name: "Wang Rui" };

describe("AS-75 service levels in order", () => {
  test("remote service needs the failed hotline and the client's authorisation", async () => {
    const filed = await accepted();
    const tech = demo.as("techService");
    expect(await refused("techService", filed, "steps/start-remote")).toMatchObject({ status: 409 });
    await tech.step(filed, "start-hotline");
    await tech.step(filed, "fail-hotline", { hotlineWhy: "The server has to be looked at." });
    expect(await refused("techService", filed, "steps/start-remote")).toMatchObject({
      status: 409,
      code: "signature-missing",
      rules: ["ITS-27"],
    });
    must(await demo.own(filed, "signatures", authorisation), 200);
    expect((await tech.step(filed, "start-remote")).state.id).toBe("REMOTE");
  });

  test("service on site needs a recorded failure of hotline and remote, also after a ruling", async () => {
    const filed = await accepted();
    const tech = demo.as("techService");
    const onSite = { sentTechnician: "Lu Min", site: "Riverside" };
    expect(await refused("customerService", filed, "steps/start-on-site", onSite)).toMatchObject({ status: 409 });
    await tech.step(filed, "start-hotline");
    await tech.step(filed, "fail-hotline", { hotlineWhy: "The server has to be looked at." });
    await disagree(filed);
    const ruling = { ruling: "Technical service goes there." };
    expect(await refused("officeHead", filed, "steps/rule-on-site", ruling)).toMatchObject({
      status: 409,
      code: "level-not-failed",
      title: "first record that this did not solve it: Level 2: remote",
      rules: ["ITS-28"],
    });
    await demo.as("officeHead").step(filed, "rule", ruling);
    await tech.step(filed, "start-hotline");
    await tech.step(filed, "fail-hotline", { hotlineWhy: "As before." });
    must(await demo.own(filed, "signatures", authorisation), 200);
    await tech.step(filed, "start-remote");
    await tech.step(filed, "fail-remote", { remoteWhy: "The disk is broken." });
    expect((await demo.as("customerService").step(filed, "start-on-site", onSite)).state.id).toBe("ON_SITE");
  });
});

const disagree = async (filed: Filed): Promise<void> => {
  const route = "arbitration";
  must(await doing("techService", filed, "opinions", { route, text: "Business promised what we do not serve." }), 200);
  must(await doing("business", filed, "opinions", { route, text: "It is in the contract.", agrees: false }), 200);
};

describe("AS-78 arbitration", () => {
  test("two different opinions put the case before the head of the office, and nobody else moves it on", async () => {
    const filed = await accepted();
    const route = "arbitration";
    must(
      await doing("techService", filed, "opinions", { route, text: "Business promised what we do not serve." }),
      200,
    );
    expect((await demo.as("techService").see(filed)).state.id, "one opinion is no dispute").toBe("ACCEPTED");
    expect(await refused("business", filed, "opinions", { route, text: "It is in the contract." })).toMatchObject({
      status: 400,
      code: "bad-fields",
    });
    expect(await refused("technician", filed, "opinions", { route, text: "x" })).toMatchObject({ status: 403 });
    must(await doing("business", filed, "opinions", { route, text: "It is in the contract.", agrees: false }), 200);

    const before = await demo.as("officeHead").see(filed);
    expect(before).toMatchObject({
      state: { id: "ARBITRATION" },
      routing: {
        opinions: [
          { department: "Technical service department" },
          { department: "Business department", agrees: false },
        ],
      },
    });
    for (const role of [
      "techService",
      "business",
      "customerService",
      "technician",
      "responsibleLeader",
      "generalManager",
    ]) {
      const { next } = await demo.as(role).see(filed);
      expect([role, next.filter(({ allowed }) => allowed).map(({ step }) => step)]).toEqual([role, []]);
      expect(await refused(role, filed, "steps/rule", { ruling: "mine" })).toMatchObject({ status: 403 });
    }
    expect(await refused("customerService", filed, "steps/start-hotline")).toMatchObject({ status: 409 });
    const ruled = await demo.as("officeHead").step(filed, "rule", { ruling: "Technical service serves it." });
    expect(ruled.state.id).toBe("ACCEPTED");
    await demo.pass("2 minutes");
    expect((await demo.mails({ to: "officehead", about: filed })).length, "it is told of the dispute").toBe(1);
    expect(JSON.stringify(await demo.tracking(filed))).not.toContain("It is in the contract");
  });

  test("departments that agree leave the case where it is", async () => {
    const filed = await accepted();
    const route = "arbitration";
    must(await doing("techService", filed, "opinions", { route, text: "We change the disk." }), 200);
    must(await doing("business", filed, "opinions", { route, text: "So do we think.", agrees: true }), 200);
    expect((await demo.as("business").see(filed)).state.id).toBe("ACCEPTED");
  });
});
