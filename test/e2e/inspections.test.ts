import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InspectionList, InspectionView } from "../../shared/api/inspections.ts";
import { must } from "../stack/call.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { type StaffVisit, signIn } from "./console-page.ts";
import { lacks } from "./read-page.ts";
import { DESK, PHONE } from "./visit.ts";

const PSI = "property-service-inspection";
const PHOTO = new URL("../fixtures/photos/damage-1.jpg", import.meta.url).pathname;

/** An inspector with a phone in a cellar: the form is filled in without a network, and handed in once there is one. */
let stack: TestStack;
let browser: Browser;
let inspector: StaffVisit;
let page: Page;

beforeAll(async () => {
  [browser, stack] = await Promise.all([
    openBrowser(),
    openTest({ at: "2026-09-01T10:00+08:00", policies: ["booth-construction-entry", PSI] }),
  ]);
  inspector = await signIn(browser, stack, "(adminHr)");
  page = inspector.page;
  await page.setViewportSize(PHONE);
});
afterAll(async () => {
  await inspector?.close();
  await browser?.close();
  await stack?.close();
});

const shots = process.env.SHOTS;
const isWhole = async (at: Page, name: string): Promise<void> => {
  for (const [size, view] of Object.entries({ phone: PHONE, desk: DESK })) {
    await at.setViewportSize(view);
    if (shots !== undefined) await at.screenshot({ path: `${shots}/${name}-${size}.png`, fullPage: true });
    expect(await lacks(at)).toEqual([]);
  }
  await at.setViewportSize(PHONE);
};

const made = async () =>
  InspectionList.parse(must(await stack.as("adminHr").get(`/inspections?policy=${PSI}&month=2026-09`), 200).body).items;

describe("an inspection without a network", () => {
  test("is kept on the device answer by answer, and nobody is told that it was handed in", async () => {
    await page.getByRole("link", { name: "检查", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "填写检查" }).waitFor();
    await isWhole(page, "make");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "填写 行政人事部每月抽查" }).click();
    await page.getByText("现在没有网络").waitFor();
    await page.getByLabel("检查对象").fill("12号楼大堂");
    await page.getByLabel("责任部门", { exact: true }).fill("工程部");
    const lines = page.locator("fieldset.line");
    const control = lines.filter({ hasText: "服务提供过程是否受控" });
    await control.getByLabel("不合格").check();
    await control.getByLabel("说明").fill("灯具损坏三处");
    await control.getByLabel("添加照片").setInputFiles(PHOTO);
    await control.getByText("1张照片").waitFor();
    await lines.filter({ hasText: "按管理需要选定" }).getByLabel("正常").check();
    await page.getByText("已保存在本机", { exact: true }).waitFor();
    await isWhole(page, "form");
    await page.getByRole("button", { name: "提交检查" }).click();
    await page.getByText("本机还有1份检查尚未提交").waitFor();
    await isWhole(page, "waits");
    expect(await made()).toEqual([]);
  });

  test("is handed in once when the network is back, though the first answer is lost, with its photo", async () => {
    let lost = 0;
    await page.route("**/v1/*/inspections?policy=*", async (route) => {
      if (route.request().method() !== "POST" || lost > 0) return route.continue();
      lost += 1;
      await route.fetch(); // it arrives, and the phone never hears of it
      return route.abort("connectionreset");
    });
    await page.context().setOffline(false);
    await page.getByText("本机还有1份检查尚未提交").waitFor({ state: "detached" });
    expect(lost).toBe(1);
    await expect.poll(async () => (await made()).length).toBe(1);
    const [one] = await made();
    const see = async () =>
      InspectionView.parse(must(await stack.as("adminHr").get(`/inspections/${one?.inspectionId}`), 200).body);
    await expect.poll(async () => (await see()).photos.length, { timeout: 20_000 }).toBe(1);
    expect(await see()).toMatchObject({
      subject: "12号楼大堂",
      outcome: "findings",
      photos: [{ line: 1, after: false }],
    });
  });

  test("what the API refuses is a draft again, with the reasons, and is handed in once it is mended", async () => {
    await page.getByRole("button", { name: "填写 行政人事部每月抽查" }).click();
    await page.getByLabel("检查对象").fill("车库");
    await page.getByLabel("责任部门", { exact: true }).fill("保安部");
    await page.getByRole("button", { name: "提交检查" }).click();
    await page.getByText("未被接受，请修改后再提交").waitFor();
    await page.getByRole("button", { name: "继续填写" }).click();
    await page.getByRole("alert").getByText("未填写“服务提供过程是否受控”").waitFor();
    await isWhole(page, "refused");
    for (const item of ["服务提供过程是否受控", "按管理需要选定"])
      await page.locator("fieldset.line").filter({ hasText: item }).getByLabel("正常").check();
    await page.getByRole("button", { name: "提交检查" }).click();
    await expect.poll(async () => (await made()).length, { timeout: 20_000 }).toBe(2);
    await page.getByText("本机保存的检查").waitFor({ state: "detached" });
  });
});

describe("what it found", () => {
  test("is signed, assigned and put right by the responsible side, with a photo, and verified by the inspecting one", async () => {
    const head = await signIn(browser, stack, "(responsibleHead)");
    await head.page.setViewportSize(PHONE);
    await head.page.getByRole("link", { name: "检查", exact: true }).click();
    await head.page.getByRole("link", { name: "不合格项" }).click();
    await head.page.getByRole("link", { name: "服务提供过程是否受控" }).click();
    await head.page.getByRole("heading", { level: 1, name: "12号楼大堂" }).waitFor();
    await isWhole(head.page, "finding");
    const dialog = head.page.getByRole("dialog");
    const act = async (name: string, fill: () => Promise<unknown>) => {
      await head.page.getByRole("button", { name }).click();
      await fill();
      await dialog.getByRole("button", { name: "提交" }).click();
      await dialog.waitFor({ state: "detached" });
    };
    await act("签字确认", () => dialog.getByLabel("意见").fill("属实"));
    await act("指定整改人", () => dialog.getByLabel("整改人").fill("孙立"));
    await head.page.getByLabel("添加照片").setInputFiles(PHOTO.replace("-1", "-2"));
    await act("登记整改", () => dialog.getByLabel("整改措施").fill("已更换灯具"));
    await head.page.getByRole("img", { name: /整改后的照片/ }).waitFor();
    expect(head.wrong).toEqual([]);
    await head.close();
    const [one] = (await made()).filter(({ subject }) => subject === "12号楼大堂");
    await page.goto(`${stack.url}/console/#/demo-doors/inspections?id=${one?.inspectionId}`);
    await page.getByRole("button", { name: "登记验证" }).click();
    const mine = page.getByRole("dialog");
    await mine.getByText("通过", { exact: true }).click();
    await mine.getByLabel("验证结果").fill("灯具完好");
    await mine.getByRole("button", { name: "提交" }).click();
    await page.getByText("已关闭").waitFor();
    await isWhole(page, "closed");
  });
});
