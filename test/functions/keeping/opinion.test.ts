import { afterAll, beforeAll, expect, test } from "vitest";
import { CampaignView } from "../../../shared/api/campaigns.ts";
import { PersonErasureReply } from "../../../shared/api/erasures.ts";
import { OpinionList } from "../../../shared/api/opinions.ts";
import { tableCustomers } from "../../../shared/aws/customers.ts";
import { customer } from "../../fixtures/surveys.ts";
import { must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

/** D-06: what somebody said in a survey may be a case of its own, under the address alone. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-10-08T09:30+08:00", policies: ["industrial-park-property"] });
});
afterAll(() => demo.close());

const PHONE = "13957112233";

test("ordered by a telephone number, the case of an opinion is found by the invitation, and says why it is kept", async () => {
  const service = demo.as("customerService");
  const listed = customer(demo.org, "tenant-1", { name: "Shen", locale: "en", groups: {} });
  await tableCustomers(demo.demo.client, demo.demo.table).put([{ ...listed, phone: PHONE }]);
  const plan = {
    ...{ survey: "satisfaction", title: "Tenants", audience: { is: "customers" } },
    ...{ sendOn: "2026-10-12", closesOn: "2026-11-30" },
  };
  const planned = must(await service.post("/campaigns?policy=industrial-park-property", plan), 201);
  const { campaignId } = CampaignView.parse(planned.body);
  must(await service.post(`/campaigns/${campaignId}/approve`), 200);
  await demo.until("2026-10-12T10:05+08:00");
  const text = (await demo.mails()).find((mail) => mail.text.includes("/survey/"))?.text ?? "";
  const { pathname } = new URL(/https?:\/\/\S+\/survey\/\S+/.exec(text)?.[0] ?? "");
  const body = new URLSearchParams({ "score.overall": "1", comment: "OPINION of Shen" }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  must(await demo.ask("POST", pathname, { body, headers }), 303);
  const base = `/campaigns/${campaignId}/opinions`;
  const { items } = OpinionList.parse(must(await service.get(base), 200).body);
  const opinions = items.map(({ opinionId }) => opinionId);
  must(await service.post(`${base}/collation`, { opinions, department: "Cleaning" }), 201);
  await demo.pass("3 minutes");

  const officer = demo.as("privacyOfficer");
  const asked = must(await officer.post("/erasures", { phone: PHONE, reason: "asked" }), 200);
  const { erasure, cases } = PersonErasureReply.parse(asked.body);
  expect(cases, "the case bears the address alone").toEqual([]);
  await demo.pass("2 hours");
  const pages: PersonErasureReply[] = [];
  for (let at: string | undefined = ""; at !== undefined; ) {
    const page = must(await officer.get(`/erasures/${erasure}${at === "" ? "" : `?cursor=${at}`}`), 200);
    pages.push(PersonErasureReply.parse(page.body));
    at = pages.at(-1)?.cursor;
  }
  expect(pages[0]).toMatchObject({ doneAt: expect.any(String), kept: 1, erased: 2 });
  expect(pages.flatMap((page) => page.cases)).toMatchObject([{ is: "kept", code: "case-open" }]);
});
