import type { CaseEvent } from "../../../shared/case/event.ts";
import type { LetterData } from "../../../shared/mail/mail.ts";
import type { MailTemplate } from "../../../shared/policy/workflow.ts";
import * as S from "./sample.ts";

export const five = [S.received(), ...S.fivePhotos];
export const accepted = [...five, S.step("accept", "2026-09-29T11:00:00+08:00")];
const plan = S.step("reply-plan", "2026-10-09T11:00:00+08:00", { plan: "更换左门板一扇。\n费用由我方承担。" });
const done = S.step("mark-executed", "2026-10-12T11:00:00+08:00", { result: "已更换" });
const close = S.step("close", "2026-10-12T12:00:00+08:00", { closingNote: "经销商确认" });

/** One story for each template, to the reader that the policy names. */
export const STORIES: Readonly<Record<MailTemplate, [readonly CaseEvent[], LetterData["audience"]]>> = {
  acknowledgement: [[S.received()], "reporter"],
  "evidence-missing": [[...five, S.evidenceAsked], "reporter"],
  "photo-refused": [[...five, S.refused], "reporter"],
  reminder: [[...five, S.reminded], "staff"],
  breach: [[...five, S.breached], "staff"],
  "extension-request": [[...five, S.asked], "staff"],
  "extension-decision": [[...five, S.asked, S.decided(true)], "staff"],
  "exception-request": [[...five, S.excused], "staff"],
  "exception-decision": [[...five, S.excused, S.excuseDecided(true)], "staff"],
  "plan-reply": [[...accepted, plan], "reporter"],
  progress: [[...accepted, plan, done], "reporter"],
  closed: [[...accepted, plan, done, close], "reporter"],
  action: [[...accepted, S.actionPlanned], "staff"],
  undelivered: [[...accepted, S.unreached], "staff"],
  copy: [[...accepted, plan], "staff"],
  "customer-mail": [[...accepted, S.mailed], "staff"],
};
