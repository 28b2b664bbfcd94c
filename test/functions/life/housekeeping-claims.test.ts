import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { photoId } from "../../fixtures/cases.ts";
import type { Answer } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-16T09:00+08:00", policies: ["housekeeping-claims"] });
});
afterAll(() => demo.close());

const incident = (over: Record<string, unknown> = {}) => ({
  contact: { name: "Shen Rui", email: "shen.rui@home.example", phone: "+86 571 5550 0121" },
  category: "1-1",
  serviceType: "managed",
  contractNo: "HK-2026-031",
  helperName: "Luo Mei",
  incidentAt: "2026-03-14T16:30:00+08:00",
  policyNo: "POL-77120",
  invoice: "present",
  amount: "1500.00",
  description: "The lamp fell while the shelf was dusted.",
  ...over,
});

const agency = () => demo.as("agency");
const paper = ({ caseId }: Filed, document: string, over: Record<string, unknown> = {}): Promise<Answer> =>
  agency().post(`/cases/${caseId}/claim/documents`, { document, ...over });
const check = (filed: Filed, over: Record<string, unknown> = {}): Promise<Answer> =>
  agency().tryStep(filed, "check-documents", { ground: "incident", ...over });
const told = ({ body }: Answer) => Problem.parse(body);
const claimOf = ({ claim }: Pick<CaseView, "claim">) => claim ?? expect.unreachable("no claim");
const paperOf = async (filed: Filed, document: string) =>
  claimOf(await agency().see(filed)).documents.find((one) => one.document === document);

const SIGNED = { signedBy: ["employer", "helper"] };
/** The papers of every claim of the employer, statement and invoice aside. */
const common = async (filed: Filed): Promise<void> => {
  for (const document of ["identity-papers", "service-contract", "insurance-papers"]) await paper(filed, document);
};

describe("AS-59 the documents of a claim", () => {
  test("one signed statement of two: the second copy is missing", async () => {
    const filed = await demo.file(incident());
    await common(filed);
    await paper(filed, "invoice");
    await paper(filed, "incident-statement", SIGNED);
    const answer = await check(filed);
    expect([answer.status, told(answer).code, told(answer).rules]).toEqual([409, "claim-incomplete", ["HKC-06"]]);
    expect(told(answer).title).toContain("second copy");
    expect(await paperOf(filed, "incident-statement")).toMatchObject({ have: 1, need: 2, missing: ["second copy"] });
    expect((await agency().see(filed)).acts.filter(({ act }) => act === "addClaimPaper")).toMatchObject([
      { of: "incident-statement-2", given: { document: "incident-statement", copy: 2 }, allowed: true },
    ]);

    await paper(filed, "incident-statement", { copy: 2, signedBy: "employer" });
    expect(await paperOf(filed, "incident-statement")).toMatchObject({
      have: 2,
      missing: ["second copy: signature of Domestic helper"],
    });
    await paper(filed, "incident-statement", { copy: 2, signedBy: "all" });
    expect((await check(filed)).status).toBe(200);
  });

  test("without an invoice the claim goes on, valued at the market price", async () => {
    const filed = await demo.file(incident({ invoice: "missing" }));
    await common(filed);
    await paper(filed, "incident-statement", SIGNED);
    await paper(filed, "incident-statement", { copy: 2, ...SIGNED });
    expect(await paperOf(filed, "invoice")).toMatchObject({ missing: [], instead: "market-price" });
    expect((await check(filed)).status).toBe(200);
    const heads = (await agency().see(filed)).acts.filter(({ act }) => act === "assessClaim");
    expect(heads.map(({ of }) => of)).toEqual(["property-by-market-price"]);
    const path = `/cases/${filed.caseId}/claim/assessment`;
    expect(told(await agency().post(path, { of: "property-by-invoice", value: "900.00" })).fields).toMatchObject([
      { path: "/of", rule: "HKC-09" },
    ]);
    await agency().post(path, { of: "property-by-market-price", value: "900.00" });
    await agency().step(filed, "assess", { basis: "market-price", assessedAmount: "900.00" });
    const sum = { agreedAmount: "900.00", agreement: "The lamp at its market price." };
    await agency().step(filed, "agree", sum);
    await agency().step(filed, "pay", { paidOn: "2026-03-16" });
    expect((await demo.tracking(filed)).claim).toEqual({ state: { id: "PAID", says: "Paid" }, agreed: "900.00" });
  });

  test("a medical paper of a grade-1 hospital is refused, of grade 2 accepted", async () => {
    const filed = await demo.file(
      incident({ category: "1-2", hospital: "Linjiang hospital", invoice: undefined, amount: undefined }),
    );
    const low = await paper(filed, "medical-papers", { grade: 1 });
    expect([low.status, told(low).code, told(low).rules]).toEqual([409, "grade-too-low", ["HKC-10"]]);
    expect(await paperOf(filed, "medical-papers")).toMatchObject({ have: 0 });
    expect(told(await paper(filed, "medical-papers")).fields).toMatchObject([{ path: "/grade", code: "required" }]);
    expect((await paper(filed, "medical-papers", { grade: 2 })).status).toBe(200);
    expect(await paperOf(filed, "medical-papers")).toMatchObject({ have: 1, missing: [] });
  });

  test("bad papers name their field, and none of them is kept", async () => {
    const filed = await demo.file(incident());
    const paths = async (...asked: Parameters<typeof paper>) =>
      told(await paper(...asked)).fields?.map(({ path }) => path);
    expect(await paths(filed, "helper-statement", { signedBy: ["helper"] }), "another category's").toEqual([
      "/document",
    ]);
    expect(await paths(filed, "incident-statement", { copy: 3, signedBy: ["insurer"] })).toEqual([
      "/copy",
      "/signedBy",
    ]);
    expect(await paths(filed, "incident-statement", { photoId: "photo_x" })).toEqual(["/photoId"]);
    const strange = { photoId: photoId(7) };
    expect(await paths(filed, "incident-statement", strange), "of no photo of this case").toEqual(["/photoId"]);
    const seen = claimOf(await agency().see(filed)).documents;
    expect(seen.every(({ have }) => have === 0)).toBe(true);
  });
});

describe("who is liable for what", () => {
  const complete = async (over: Record<string, unknown>, ground: string): Promise<Filed> => {
    const filed = await demo.file(incident(over));
    await common(filed);
    await paper(filed, "invoice");
    for (const copy of [1, 2]) await paper(filed, "incident-statement", { copy, ...SIGNED });
    expect((await check(filed, { ground })).status).toBe(200);
    return filed;
  };
  const assess = ({ caseId }: Filed): Promise<Answer> =>
    agency().post(`/cases/${caseId}/claim/assessment`, { of: "property-by-invoice", value: "1200.00" });

  test.each([
    ["HKC-03 no fee comes back", "fee", "HKC-03"],
    ["HKC-04 one-off service: an incident is not the agency's", "incident", "HKC-04"],
  ])("%s", async (_why, ground, rule) => {
    const filed = await complete({ serviceType: "one-off" }, ground);
    const answer = await assess(filed);
    expect([answer.status, told(answer).code, told(answer).rules]).toEqual([409, "claim-excluded", [rule]]);
    await agency().step(filed, "refuse", { refusal: "Read the contract." });
    expect((await demo.tracking(filed)).claim?.refusal).toMatchObject({
      reason: "Read the contract.",
      grounds: [{ rules: [rule] }],
    });
  });

  test("HKC-04 for identity and health the agency answers also in the one-off service", async () => {
    expect((await assess(await complete({ serviceType: "one-off" }, "identity"))).status).toBe(200);
  });

  test("HKC-05 an incident of the managed service is insured", async () => {
    expect((await assess(await complete({}, "incident"))).status).toBe(200);
  });
});

test("a replacement is no claim: it has none of its steps, and may be refused all the same", async () => {
  const filed = await demo.file({
    contact: incident().contact,
    category: "3",
    serviceType: "one-off",
    contractNo: "HK-2026-031",
    helperName: "Luo Mei",
    feePaidOn: "2026-01-12",
    description: "Another helper, please.",
  });
  expect((await agency().see(filed)).claim).toBeUndefined();
  expect(told(await check(filed)).code).toBe("no-claim");
  expect(told(await paper(filed, "invoice")).code).toBe("no-claim");
  expect((await agency().tryStep(filed, "refuse", { refusal: "Too late." })).status).toBe(200);
});
