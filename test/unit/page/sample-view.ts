import type { FormReply } from "../../../shared/api/bodies.ts";
import { formView } from "../../../shared/api/form.ts";
import { viewFor } from "../../../shared/api/tracking.ts";
import type { TrackingView } from "../../../shared/api/views.ts";
import { caseOf } from "../../../shared/case/case.ts";
import type { CaseEvent } from "../../../shared/case/event.ts";
import { CaseId, OrgId } from "../../../shared/kernel/ids.ts";
import type { Locale } from "../../../shared/kernel/text.ts";
import { at, org, policy, rulebook } from "../mail/sample.ts";

export const nonce = "c2FtcGxlLW5vbmNlLTE2Yg==";

export const formOf = (locale: Locale) => {
  if (policy.intake === undefined) throw new Error("the regulation has a form");
  return formView(org, policy, policy.intake, locale);
};

/** The customer's view of a timeline at a moment, as the interface makes it. */
export const viewOf = (timeline: readonly CaseEvent[], now: string, locale: Locale): TrackingView => {
  const current = caseOf(policy, timeline);
  const photos = new Map(
    current.photos.map(({ id }) => [
      id,
      { copy: `https://photos.example/${id}`, thumbnail: `https://photos.example/${id}.small` },
    ]),
  );
  return viewFor("customer", {
    org,
    record: {
      kind: "case",
      org: OrgId.parse("yongan"),
      id: CaseId.parse(`case_${"0".repeat(26)}`),
      version: timeline.length,
      policy: { id: policy.id, version: policy.version, hash: "" },
      timeline: [...timeline],
      outbox: [],
      tokenHash: "",
      requestHash: "",
      indexed: 0,
      figured: 0,
      parts: [],
    },
    rulebook,
    current,
    now: at(now),
    locale,
    photos,
  });
};

/** A form with the kinds of question that the door factory does not ask. */
export const invented: FormReply = {
  org: { id: "lakeside", name: "Lakeside Coaches (demo)" },
  policy: { id: "invented", version: 3, title: "An invented regulation" },
  locale: "en",
  form: "Report a breakdown",
  contact: formOf("en").contact,
  fields: [
    { id: "rush", type: "flag", label: "Passengers are waiting", required: false },
    { id: "insured", type: "flag", label: "Insured?", required: true },
    { id: "reason", type: "text", label: "Why it can wait", required: true, when: { rush: false } },
    { id: "distance", type: "number", label: "Distance", required: true, min: 0, max: 2000, unit: "km" },
    { id: "route", type: "text", label: "Route", required: false, when: [{ distance: { over: 100 } }, { rush: true }] },
    { id: "seenOn", type: "date", label: "First seen", required: false },
  ],
  categories: [],
  evidence: [{ id: "overview", title: "Overview", rules: ["INV-01"], per: "case", atLeast: 2 }],
  photos: { types: ["image/jpeg"], maxBytes: 5 * 1024 * 1024 },
  deadlines: [{ clock: "arrive", title: "Arrival", rules: ["INV-02"], within: "24 hours / 2 working days" }],
  assumptions: [],
};
