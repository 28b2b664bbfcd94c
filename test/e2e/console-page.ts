import type { Browser, Locator, Page } from "playwright-core";
import type { TestStack } from "../stack/stack.ts";
import { DESK, type Visit, visit } from "./visit.ts";

type Answers = (dialog: Locator) => Promise<unknown>;

export type StaffVisit = Visit & {
  readonly openCase: (number: string) => Promise<void>;
  /** Loads the case anew, as it is by now. */
  readonly refresh: () => Promise<void>;
  /** Does what a button of the case offers, with answers where it asks for some, and waits until it is done. */
  readonly act: (title: string | RegExp, answers?: Answers) => Promise<void>;
};

const act = async (page: Page, title: string | RegExp, answers?: Answers): Promise<void> => {
  await page.getByRole("region", { name: "办理" }).getByRole("button", { name: title }).click();
  const dialog = page.getByRole("dialog");
  await answers?.(dialog);
  await dialog.getByRole("button", { name: answers === undefined ? "确认" : "提交" }).click();
  // what the console answers instead of closing is what a failed test should say
  const refused = dialog.getByRole("alert").waitFor();
  const done = dialog.waitFor({ state: "detached" });
  done.catch(() => undefined); // whichever comes second is of no interest
  await Promise.race([
    done,
    refused.then(
      async () => Promise.reject(new Error(`${title}: ${await dialog.textContent()}`)),
      () => done,
    ),
  ]);
};

/** Signs in at the staff console as the person with that name, through the sign-in page of this machine. */
export const signIn = async (browser: Browser, stack: TestStack, name: string): Promise<StaffVisit> => {
  const visited = await visit(browser, stack, { viewport: DESK });
  const { page } = visited;
  await page.goto(`${stack.url}/console/`);
  await page.getByRole("heading", { level: 1, name: "Sign in 登录" }).waitFor();
  await page.getByRole("button", { name }).click();
  await page.getByRole("heading", { level: 1, name: "未结案件" }).waitFor();
  return {
    ...visited,
    openCase: async (number) => {
      await page.getByRole("link", { name: number }).click();
      await page.getByRole("heading", { level: 1, name: `案件 ${number}` }).waitFor();
    },
    refresh: async () => {
      await page.reload();
      await page.getByRole("region", { name: "办理" }).waitFor();
    },
    act: (title, answers) => act(page, title, answers),
  };
};
