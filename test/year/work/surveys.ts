import { CampaignList, CampaignView } from "../../../shared/api/campaigns.ts";
import { SurveyOffers } from "../../../shared/api/survey-offers.ts";
import { addDays, CivilDate } from "../../../shared/calendar/civil-date.ts";
import { fromMs } from "../../../shared/kernel/instant.ts";
import { must } from "../../stack/call.ts";
import type { Company } from "../company.ts";
import { byWhoeverMay, type Day } from "./desk.ts";

/** How many customers stand in a company's list. */
const CUSTOMERS = 24;
/** Share of those who answer a letter, of the questions that they leave open, and of those who write a comment. */
const ANSWERS = 0.55;
const OPEN = 0.1;
const COMMENTS = 0.2;
/** A plan is made so many days before it sends, which is within so many days of the year's beginning. */
const AHEAD = 2;
const WITHIN = 180;

const LINK = /https?:\/\/\S+\/survey\/\S+/;
const FORM = { "content-type": "application/x-www-form-urlencoded" };

type Offer = SurveyOffers["items"][number];

/** Those who plan, approve and report the surveys of a company, and its customers who answer. */
export const askersOf = (company: Company) => {
  const { policy, house, letters, chance } = company;
  let offers: readonly Offer[] | undefined;
  let lookedAt: string = fromMs(0);
  const first = company.slots[0]?.at.slice(0, 10) ?? "";

  const listCustomers = async (): Promise<void> => {
    const rows = Array.from(
      { length: CUSTOMERS },
      (_, n) => `Customer ${n},home${n}@customers.${house.org}.example,,en,${n % 2 === 0 ? "A" : "B"}`,
    );
    const csv = ["姓名,电子邮箱,电话,语言,building", ...rows].join("\n");
    const type = { "content-type": "text/csv" };
    must(await byWhoeverMay(company, "customers", (staff) => staff.post("/customers/imports", csv, type)), 200);
  };

  /** The day on which a survey is planned: each once in the year, unless it goes out by itself. */
  const dayOf = ({ id }: Offer): string =>
    addDays(CivilDate.parse(first), 1 + chance.fork(`survey ${id}`).below(Math.min(WITHIN, company.slots.length / 8)));

  const plan = async (offer: Offer, day: string): Promise<void> => {
    const on = (days: number) => addDays(CivilDate.parse(day), AHEAD + days);
    const body = {
      ...{ survey: offer.id, title: `${offer.title} ${day}`, audience: { is: "customers" } },
      ...{ sendOn: on(0), remindOn: [on(7)], closesOn: on(14) },
    };
    const key = { "idempotency-key": `${offer.id}-${day}` };
    const path = `/campaigns?policy=${policy.id}`;
    await byWhoeverMay(company, `${offer.id} planned`, (staff) => staff.post(path, body, key));
  };

  /** Somebody who got a letter answers some of its questions, mostly well, or does not. */
  const answer = async (text: string, to: string, today: Day): Promise<void> => {
    const link = LINK.exec(text)?.[0];
    const luck = today.luckOf(`answer ${to}`);
    if (link === undefined || !luck.of(ANSWERS)) return;
    const form = new URLSearchParams();
    for (const { questions, scale } of offers ?? [])
      for (const { id } of questions) {
        const good = luck.of(0.75) ? scale.filter(({ satisfied }) => satisfied) : scale;
        if (!luck.of(OPEN)) form.set(`score.${id}`, `${luck.one(good.length > 0 ? good : scale).value}`);
      }
    if (luck.of(COMMENTS)) form.set("comment", `As always, ${to.split("@")[0]}.`);
    await house.ask("POST", new URL(link).pathname, { body: form.toString(), headers: FORM });
  };

  const readLetters = async (today: Day): Promise<void> => {
    const came = await letters.all({ to: `@customers.${house.org}.example`, since: lookedAt });
    lookedAt = fromMs(house.stack.clock.now());
    for (const { text, to } of came) await answer(text, to.join(), today);
  };

  /** Approves what waits for it, and says to whom an analysis went. */
  const decide = async (): Promise<void> => {
    const all = CampaignList.parse(must(await house.as("everybody").get("/campaigns?limit=50"), 200).body).items;
    for (const { campaignId, acts, survey } of all)
      for (const act of acts.filter((one) => one === "approve" || one === "report")) {
        const body = act === "report" ? { to: policy.roles[0]?.id } : {};
        const key = { "idempotency-key": `${campaignId}-${act}` };
        const path = `/campaigns/${campaignId}/${act}`;
        const answered = await byWhoeverMay(company, `${survey.id} ${act}`, (staff) => staff.post(path, body, key));
        if (answered.status === 200) CampaignView.parse(answered.body);
      }
  };

  const work = async (today: Day): Promise<void> => {
    if (offers === undefined) {
      offers = SurveyOffers.parse(must(await house.as("everybody").get("/surveys"), 200).body).items;
      await listCustomers();
    }
    for (const offer of offers)
      if (offer.mayPlan && offer.after === undefined && isDay(dayOf(offer), today)) await plan(offer, today.day);
    await decide();
    await readLetters(today);
  };
  return { work: policy.surveys.length > 0 ? work : async () => {} };
};

/** A plan whose day is none at the desk is made on the next that is. */
const isDay = (wanted: string, { day, before }: Day): boolean =>
  wanted <= day && (before === undefined || wanted > before);
