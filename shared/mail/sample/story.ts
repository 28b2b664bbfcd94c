import { plainAnswers } from "../../case/actor.ts";
import { caseOf } from "../../case/case.ts";
import { type Rulebook, readClocks } from "../../case/clocks.ts";
import type { CaseEvent } from "../../case/event.ts";
import { MailId, PaperId, PhotoId } from "../../kernel/ids.ts";
import { HOUR, type Instant, plusMs } from "../../kernel/instant.ts";
import type { Locale } from "../../kernel/text.ts";
import type { MailTemplate } from "../../policy/workflow.ts";
import { sampleAnswers } from "./answers.ts";

/** What a sample is made for: a regulation, a moment, a reader. */
export type Stage = { readonly rulebook: Rulebook; readonly now: Instant; readonly locale: Locale };

const later = (now: Instant, days: number): Instant => plusMs(now, days * 24 * HOUR);
const id = (kind: string): string => `${kind}_${"1".repeat(26)}`;

/** People who do not exist, on the addresses that are kept for examples (RFC 2606). */
export const SAMPLE_PEOPLE = {
  customer: { "zh-CN": "林小满", en: "Lena Example" },
  colleague: { "zh-CN": "周一鸣", en: "Sam Example" },
  email: "customer@example.com",
  phone: "021-5550 0101",
} as const;

const WORDS = {
  "zh-CN": "这是一段示例文字。\n第二行：实际内容由填写人提供。",
  en: "This is an example.\nA second line: what stands here is written by whoever fills it in.",
} as const;

const received = ({ rulebook: { policy }, now, locale }: Stage): CaseEvent => {
  const { fields = [], damages } = policy.intake ?? {};
  return {
    type: "received",
    at: now,
    by: { kind: "reporter" },
    number: `${now.slice(0, 7)}-001`,
    locale,
    contact: { name: SAMPLE_PEOPLE.customer[locale], email: SAMPLE_PEOPLE.email, phone: SAMPLE_PEOPLE.phone },
    answers: plainAnswers(sampleAnswers(policy, fields, now, locale)),
    damages: damages === undefined ? [] : [plainAnswers(sampleAnswers(policy, damages.fields, now, locale))],
  };
};

const system = { kind: "system" } as const;
const staff = ({ locale, rulebook: { policy } }: Stage) => ({
  kind: "staff" as const,
  sub: "example",
  name: SAMPLE_PEOPLE.colleague[locale],
  roles: policy.roles.slice(0, 1).map((role) => role.id),
});

/** The clock that a letter speaks of, and when it is due: the one that the regulation names, or the first that runs. */
const clockIn = (stage: Stage, named: string | undefined) => {
  const { rulebook, now } = stage;
  const readings = readClocks(rulebook, caseOf(rulebook.policy, [received(stage)]), now);
  const running = readings.find(({ clock, due }) => due !== undefined && (named === undefined || clock.id === named));
  const clock = named ?? running?.clock.id ?? rulebook.policy.clocks[0]?.id ?? "clock";
  return { clock, due: running?.due ?? later(now, 3) };
};

/** The step, or the event outside the workflow, that such a letter tells of. */
const progressed = (stage: Stage, template: MailTemplate): CaseEvent => {
  const { policy } = stage.rulebook;
  const heard = policy.notifications.filter((one) => one.template === template).map(({ on }) => on);
  const by = staff(stage);
  const common = { at: later(stage.now, 1), by };
  const steps = policy.workflow?.steps ?? [];
  const step = steps.find(({ event }) => heard.includes(event)) ?? steps[0];
  const outside = policy.events.find(({ id: event }) => heard.includes(event));
  if (outside !== undefined && !steps.some(({ event }) => heard.includes(event))) {
    const answers = plainAnswers(sampleAnswers(policy, outside.fields, stage.now, stage.locale));
    return { ...common, type: "happened", event: outside.id, when: common.at, answers };
  }
  if (step === undefined) return { ...common, type: "noted", text: WORDS[stage.locale] };
  const answers = sampleAnswers(policy, step.fields, stage.now, stage.locale);
  return { ...common, type: "step", step: step.id, event: step.event, to: step.to, answers };
};

type Make = (stage: Stage) => readonly CaseEvent[];

const dated =
  (template: MailTemplate, make: (stage: Stage, at: ReturnType<typeof clockIn>) => readonly CaseEvent[]): Make =>
  (stage) => {
    const named = stage.rulebook.policy.notifications.find((one) => one.template === template)?.clocks?.[0];
    return make(stage, clockIn(stage, named));
  };

const extension = (stage: Stage, { clock, due }: ReturnType<typeof clockIn>): CaseEvent => ({
  type: "extensionRequested",
  at: later(stage.now, 1),
  by: staff(stage),
  extension: `${clock}-1`,
  clock,
  newDue: later(due, 5),
  reason: WORDS[stage.locale],
});

const exception = (stage: Stage): readonly [CaseEvent, string] => {
  const { policy } = stage.rulebook;
  const rule = policy.exceptions[0];
  const { clock, due } = clockIn(stage, rule?.clock);
  const reason = rule?.reasons[0]?.value ?? "other";
  const recorded = { exception: `${clock}-1`, clock, reason, promised: later(due, 5), remark: WORDS[stage.locale] };
  return [{ type: "exceptionRecorded", at: later(stage.now, 1), by: staff(stage), ...recorded }, clock];
};

const decidedBy = (stage: Stage) => ({
  at: later(stage.now, 2),
  by: staff(stage),
  approved: true,
  remark: WORDS[stage.locale],
});

/** What happened after the case came in, the last of it being what the letter is about. */
const AFTER: Readonly<Record<MailTemplate, Make>> = {
  acknowledgement: () => [],
  "evidence-missing": ({ rulebook: { policy }, now }) => [
    {
      type: "evidenceAsked",
      at: now,
      by: system,
      missing: policy.evidence
        .slice(0, 1)
        .map((rule) => ({ rule: rule.id, damage: rule.per === "case" ? 0 : 1, count: rule.atLeast })),
    },
  ],
  "photo-refused": ({ now }) => [
    {
      type: "photoRefused",
      at: now,
      by: system,
      photoId: PhotoId.parse(id("photo")),
      damage: 1,
      refusal: { code: "too-many-pixels", megapixels: 108 },
    },
  ],
  reminder: dated("reminder", ({ now }, { clock, due }) => [
    { type: "reminded", at: later(now, 1), by: system, clock, due, threshold: later(now, 1) },
  ]),
  breach: dated("breach", (_stage, { clock, due }) => [{ type: "breached", at: due, by: system, clock, due }]),
  "extension-request": dated("extension-request", (stage, at) => [extension(stage, at)]),
  "extension-decision": dated("extension-decision", (stage, at) => [
    extension(stage, at),
    { ...decidedBy(stage), type: "extensionDecided", extension: `${at.clock}-1`, clock: at.clock },
  ]),
  "exception-request": (stage) => [exception(stage)[0]],
  "exception-decision": (stage) => {
    const [recorded, clock] = exception(stage);
    return [recorded, { ...decidedBy(stage), type: "exceptionDecided", exception: `${clock}-1`, clock }];
  },
  "plan-reply": (stage) => [progressed(stage, "plan-reply")],
  progress: (stage) => [progressed(stage, "progress")],
  closed: (stage) => [progressed(stage, "closed")],
  action: (stage) => [
    {
      type: "actionPlanned",
      at: later(stage.now, 1),
      by: staff(stage),
      action: "sample-1",
      corrective: stage.rulebook.policy.corrective[0]?.id ?? "sample",
      cause: WORDS[stage.locale],
      measure: WORDS[stage.locale],
      owner: { role: stage.rulebook.policy.roles[0]?.id ?? "sample", person: SAMPLE_PEOPLE.colleague[stage.locale] },
      due: later(stage.now, 7),
    },
  ],
  undelivered: ({ rulebook: { policy }, now }) => [
    {
      type: "mailUndelivered",
      at: now,
      by: system,
      mail: "0-acknowledgement-reporter",
      template: "acknowledgement",
      to: "reporter",
      how: "bounced",
      why: "smtp; 550 5.1.1 user unknown",
      tells: policy.roles[0]?.id,
    },
  ],
  copy: (stage) => [progressed(stage, "copy")],
  "customer-mail": ({ rulebook: { policy }, now, locale }) => [
    {
      type: "mailReceived",
      at: later(now, 1),
      by: { kind: "reporter" },
      mail: MailId.parse(id("mail")),
      original: PaperId.parse(id("paper")),
      from: { name: SAMPLE_PEOPLE.customer[locale], address: SAMPLE_PEOPLE.email },
      subject: "Re: …",
      text: WORDS[locale],
      quoted: "",
      files: [{ is: "photo", name: "photo.jpg", bytes: 81_000, photo: PhotoId.parse(id("photo")) }],
      desk: policy.roles[0]?.id ?? "sample",
    },
  ],
};

/** An invented case up to what a letter is about. */
export const sampleStory = (stage: Stage, template: MailTemplate): readonly [CaseEvent, ...CaseEvent[]] => [
  received(stage),
  ...AFTER[template](stage),
];
