import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FileReply } from "../../shared/api/bodies.ts";
import { must } from "../stack/call.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { type StaffVisit, signIn } from "./console-page.ts";
import { isWhole } from "./read-page.ts";

/** Figures at the console: seen, written down, and followed to the cases that make them. */
let stack: TestStack;
let browser: Browser;
let officer: StaffVisit;
let page: Page;

const complaint = (n: number) => ({
  ...{ kind: "complaint", source: "came-in", dwelling: `3-120${n}`, category: "1", description: "Noise at night." },
  contact: { name: "Wu Min", email: "wu@resident.example" },
});

beforeAll(async () => {
  [browser, stack] = await Promise.all([
    openBrowser(),
    openTest({ at: "2026-10-12T09:30+08:00", policies: ["residents-complaints", "unit-service-quality"] }),
  ]);
  for (const n of [1, 2]) {
    const body = complaint(n);
    const filed = FileReply.parse(
      must(await stack.ask("POST", "/v1/demo-doors/cases?policy=residents-complaints", { body }), 201).body,
    );
    await stack.as("propertyOfficer").step(filed, "verify", { findings: "Loud", founded: true });
  }
  await stack.pass("2 minutes");
  officer = await signIn(browser, stack, "(managementOffice)");
  page = officer.page;
});
afterAll(async () => {
  await officer?.close();
  await browser?.close();
  await stack?.close();
});

const figure = (name: string) => page.getByRole("region", { name, exact: true });

describe("the figures of a regulation", () => {
  test("say in words how each stands and how it comes about", async () => {
    await page.getByRole("link", { name: "指标", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "指标" }).waitFor();
    const founded = figure("有效投诉率");
    await founded.getByText("无数据").waitFor();
    await founded.getByText("怎样得来").click();
    await founded.getByText("当期收到的案件").waitFor();
    await isWhole(page);
  });

  test("are whole once somebody wrote down what nothing counts, and lead to the cases", async () => {
    const founded = figure("有效投诉率");
    await founded.getByLabel("分母").fill("-5");
    await founded.getByRole("button", { name: "保存" }).click();
    await founded.getByText("应为不小于0的数").waitFor();
    await founded.getByLabel("分母").fill("1,000");
    await founded.getByLabel("说明").fill("小区户籍登记");
    await founded.getByRole("button", { name: "保存" }).click();
    await founded.getByText("0.2 %").waitFor();
    await founded
      .getByText(/^✓ 达标$/)
      .first()
      .waitFor();
    await founded.getByRole("cell", { name: "小区户籍登记" }).waitFor();
    await founded.getByRole("button", { name: /查看构成/ }).click();
    const cases = founded.getByRole("region", { name: "构成明细" }).getByRole("link");
    await cases.first().waitFor();
    expect(await cases.count()).toBe(2);
    await isWhole(page);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { level: 1, name: "Figures" }).waitFor();
    await isWhole(page);
    await figure("Rate of founded complaints")
      .getByRole("button", { name: /See what makes it up/ })
      .click();
    await figure("Rate of founded complaints").getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: /^Case / }).waitFor();
  });
});
