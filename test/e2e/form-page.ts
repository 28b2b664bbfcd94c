import { join } from "node:path";
import type { Page } from "playwright-core";
import { photo } from "../fixtures/photos/photos.ts";

/** Photos of the fixtures as the files that are chosen. */
export const picked = (...names: readonly string[]): string[] =>
  names.map((name) => join(import.meta.dirname, "../fixtures/photos", name));

/** The same bytes under another name. */
export const copied = (name: string, as: string) => ({ name: as, mimeType: "image/jpeg", buffer: photo(name) });

type Answers = Readonly<Record<string, string>>;

/** Who complains in these tests, by the names of the inputs. */
export const DEALER: Answers = {
  "contact.name": "林经理",
  "contact.email": "lin@east-gate.example",
  dealerName: "东门经销商",
  orderNo: "SO-2231",
};

/** A complaint that needs no photo. */
export const FREIGHT: Answers = { ...DEALER, productLine: "gate", category: "2-2", description: "运费与约定不符" };

/** Types into fields or chooses in lists, whichever they are. */
export const answer = async (page: Page, answers: Answers): Promise<void> => {
  for (const [name, value] of Object.entries(answers)) {
    const input = page.locator(`[name="${name}"]`);
    if ((await input.evaluate(({ tagName }) => tagName)) === "SELECT") await input.selectOption(value);
    else await input.fill(value);
  }
};

/** What stands in the fields now, by name; empty ones left out. */
export const typed = (page: Page): Promise<Answers> =>
  page
    .locator("form[data-form]")
    .evaluate((form) =>
      form instanceof HTMLFormElement
        ? Object.fromEntries(
            [...new FormData(form)].flatMap(([name, value]) =>
              typeof value === "string" && value !== "" && !name.startsWith("_") ? [[name, value]] : [],
            ),
          )
        : {},
    );

/** The open complaint form of the demo company, its script at work. */
export const openForm = async (page: Page, url: string, words = ""): Promise<void> => {
  await page.goto(`${url}/demo-doors/complaint${words}`);
  await page.locator('[data-photos="0"]').waitFor();
};

/** The page of a case, where a complaint that was filed ends up. */
export const TRACKING = /\/demo-doors\/case\/case_[a-z0-9]+\//;
