import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import { type Locale, say, type Text } from "../kernel/text.ts";
import { allSteps } from "../policy/entry-steps.ts";
import { asking } from "../policy/register-form.ts";
import { maskFor, maskStep } from "../privacy/privacy.ts";
import type { LoadedEntry } from "../record/registers/load.ts";
import type { EntryEvent } from "../register/event.ts";
import { showAnswers } from "./answers.ts";
import type { Reading } from "./row.ts";
import { Shown } from "./shown.ts";

export const Happened = z.object({ at: Shown, by: z.string(), what: z.string(), why: z.string().optional() });

/** Who did something, as people read it. */
export const whoWrote = (by: Actor, locale: Locale): string =>
  "name" in by ? by.name : say("系统", "the system")[locale];

const stepTitle = ({ policy, form }: LoadedEntry, id: string): Text =>
  allSteps(asking(policy, form), form).find((one) => one.id === id)?.title ?? say(id, id);

const whatHappened = (found: LoadedEntry, event: EntryEvent): Text => {
  switch (event.type) {
    case "written":
      return say("登记", "Entered");
    case "corrected":
      return say("更正", "Corrected");
    case "taken":
      return stepTitle(found, event.step);
    case "declined": {
      const { "zh-CN": zh, en } = stepTitle(found, event.step);
      return say(`不同意：${zh}`, `Said no: ${en}`);
    }
    case "copyTaken":
      return say(`签收第${event.copy}联`, `Copy ${event.copy} acknowledged`);
    case "voided":
      return say("作废", "Struck out");
    case "held":
      return say("法定保全", "Legal hold");
    case "holdReleased":
      return say("解除保全", "Hold released");
    case "forgotten":
      return say("已删除个人信息", "Personal data erased");
  }
};

/** What has happened to an entry, masked as the regulation says of its reader. */
export const entryHistory = (found: LoadedEntry, { by, locale }: Omit<Reading, "now">) => {
  const { policy, form, record } = found;
  const zone = policy.calendar.timeZone;
  const masks = maskFor(policy, by);
  const asked = asking(policy, form);
  const steps = allSteps(asked, form);
  return record.timeline.map((event) => {
    const fields = event.type === "taken" ? (steps.find(({ id }) => id === event.step)?.fields ?? []) : form.fields;
    const told = "answers" in event ? showAnswers(asked, fields, maskStep(masks, event.answers), locale) : [];
    const words = "reason" in event ? event.reason : "remark" in event ? event.remark : undefined;
    const why = [words ?? "", ...told.map(({ label, value }) => `${label}: ${value}`)].filter((one) => one !== "");
    return {
      at: withOffset(event.at, zone),
      by: whoWrote(event.by, locale),
      what: whatHappened(found, event)[locale],
      why: why.length === 0 ? undefined : why.join("\n"),
    };
  });
};
