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
      parts: [],
    },
    rulebook,
    current,
    now: at(now),
    locale,
    photos,
  });
};
