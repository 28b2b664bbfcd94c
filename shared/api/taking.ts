import * as z from "zod";
import { Locale } from "../kernel/text.ts";
import { IntakeChannel } from "../policy/intake-channel.ts";
import { FileReply } from "./bodies.ts";

const answers = z.record(z.string(), z.unknown());

/** What a member of staff writes down for a customer who called, wrote or came. */
export const TakeBody = z
  .strictObject({
    channel: IntakeChannel.exclude(["web"]),
    source: z
      .string()
      .trim()
      .max(200)
      .optional()
      .meta({ description: "which authority passed it on, or where else it came from" }),
    receivedAt: z.iso.datetime({ offset: true }).optional().meta({
      description: "when it reached the company, if earlier than now; clocks run from then",
    }),
    firstContact: z
      .strictObject({ sub: z.string().max(128).optional(), name: z.string().trim().min(1).max(100) })
      .optional()
      .meta({ description: "who was asked first, if not the caller" }),
    locale: Locale.optional().meta({ description: "the customer's language" }),
    contact: answers.meta({ description: "name, and at least one of email, phone and address" }),
    fields: answers
      .default({})
      .meta({ description: "the regulation's own fields, as `GET /v1/{org}/form` draws them" }),
    damages: z.array(answers).optional(),
  })
  .meta({ id: "CaseTaken" });
export type TakeBody = z.infer<typeof TakeBody>;

export const TakeReply = FileReply.extend({
  trackingToken: z
    .string()
    .optional()
    .meta({ description: "absent where no e-mail or phone was given to pass it on to" }),
  trackingPage: z.string().optional(),
}).meta({ id: "Taken" });
export type TakeReply = z.infer<typeof TakeReply>;
