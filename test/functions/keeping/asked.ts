import { CampaignView } from "../../../shared/api/campaigns.ts";
import { must } from "../../stack/call.ts";
import type { TestStack } from "../../stack/stack.ts";
import { COURIER } from "./courier.ts";

/** Regulations of which one takes complaints, one asks customers for their opinion, and one visits them by calendar. */
export const EVERYWHERE = [COURIER, "owner-satisfaction-survey", "it-customer-service"];

export type Known = { readonly name: string; readonly email: string; readonly phone: string };

const CSV = { "content-type": "text/csv" };
const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** Puts people on the list of customers. */
export const listCustomers = async (demo: TestStack, people: readonly Known[]): Promise<void> => {
  const rows = people.map(({ name, email, phone }) => `${name},${email},${phone},en,A`);
  must(
    await demo
      .as("management")
      .post("/customers/imports", ["姓名,电子邮箱,电话,语言,building", ...rows].join("\n"), CSV),
    200,
  );
};

/** Asks everybody on the list for their opinion. @returns the campaign, once its mails have left. */
export const askEverybody = async (demo: TestStack, sendOn: string): Promise<string> => {
  const plan = {
    survey: "owner-satisfaction",
    title: "Owners",
    audience: { is: "customers" },
    sendOn,
    closesOn: "2026-11-20",
  };
  const staff = demo.as("management");
  const { body } = must(await staff.post("/campaigns?policy=owner-satisfaction-survey", plan), 201);
  const { campaignId, opens } = CampaignView.parse(body);
  must(await staff.post(`/campaigns/${campaignId}/approve`), 200);
  await demo.until(opens);
  await demo.pass("3 minutes");
  return campaignId;
};

/** The link of the last invitation that somebody was sent. */
export const linkOf = async (demo: TestStack, { email }: Known): Promise<string> => {
  const text = (await demo.mails({ to: email })).findLast((mail) => mail.text.includes("/survey/"))?.text ?? "";
  return new URL(/https?:\/\/\S+\/survey\/\S+/.exec(text)?.[0] ?? "").pathname;
};

/** Answers by their link: a score, and a comment that names them. */
export const answerAs = async (demo: TestStack, known: Known): Promise<void> => {
  const body = new URLSearchParams({ "score.overall": "5", comment: `OPINION of ${known.name}` }).toString();
  must(await demo.ask("POST", await linkOf(demo, known), { body, headers: FORM }), 303);
};

/** Visits them once, as what is visited under this number, and writes down who was met and what they said. */
export const visitAs = async (demo: TestStack, id: string, { name, email, phone }: Known): Promise<void> => {
  const staff = demo.as("customerService");
  const object = {
    ...{ schedule: "project-visit", title: `Portal of ${name}`, events: { delivered: "2026-09-30" } },
    contact: { name, email, phone, address: "ADDRESS-9 Linjiang Road" },
  };
  must(await staff.post(`/visited/${id}?policy=it-customer-service`, object), 200);
  await demo.pass("2 minutes");
  const answers = { visitedProject: `Portal of ${name}`, visitedOn: "2026-10-12", opinion: `OPINION of ${name}` };
  const done = { channel: "phone", whom: name, note: `NOTE on ${name}`, answers };
  must(await staff.post(`/visited/${id}/visits/2026-10-30-1.project-visit/done`, done), 200);
};
