import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import { Locale } from "../kernel/text.ts";
import { DEFAULT_LOOK, Look } from "../mail/look/look.ts";
import { LETTER_KINDS } from "../mail/sample/sample.ts";
import { Slug } from "../policy/terms.ts";
import type { LookVersion } from "../record/look.ts";

export const LookBody = Look.meta({
  id: "LetterLook",
  description:
    "What letters look like. Signature and small print are plain lines with links, `[words](address)`, to https:, mailto: or tel:",
});

const Kind = z.object({ id: z.enum(LETTER_KINDS), title: z.string() });

export const LookView = z
  .object({
    look: Look,
    registered: z
      .object({ "zh-CN": z.string(), en: z.string() })
      .meta({ description: "the name where the look has none" }),
    version: z.number().int().meta({ description: "0 until one has been chosen" }),
    may: z.boolean().meta({ description: "whether the caller may change it" }),
    letters: z
      .array(z.object({ policy: z.string(), title: z.string(), kinds: z.array(Kind) }))
      .meta({ description: "what the company may send, by its regulations" }),
    history: z
      .array(z.object({ version: z.number().int(), at: z.string(), by: z.string(), look: Look }))
      .meta({ description: "who chose which look when, the last first" }),
  })
  .meta({ id: "LetterLookView" });
export type LookView = z.infer<typeof LookView>;

export const PreviewBody = z
  .strictObject({
    policy: Slug,
    kind: z.enum(LETTER_KINDS),
    locale: Locale,
    look: Look.optional().meta({ description: "one that has not been chosen yet; none: the company's own" }),
  })
  .meta({ id: "LetterPreviewBody" });

export const PreviewReply = z
  .object({
    from: z.string().meta({ description: "as mail programs show who it comes from" }),
    subject: z.string(),
    preview: z.string().meta({ description: "what a list of mails shows behind the subject" }),
    light: z.string().meta({ description: "HTML, for a frame without any rights" }),
    dark: z.string(),
    text: z.string(),
  })
  .meta({ id: "LetterPreview" });
export type PreviewReply = z.infer<typeof PreviewReply>;

/** What letters look like, who made them so, and what there is to look at. */
export const lookView = (
  {
    chosen,
    past,
    zone,
  }: { readonly chosen: LookVersion | undefined; readonly past: readonly LookVersion[]; readonly zone: string },
  rest: Pick<LookView, "registered" | "may" | "letters">,
): LookView => {
  // who died between putting a look away and choosing the next left it in both places
  const earlier = past.filter(({ version }) => version !== chosen?.version);
  const all = chosen === undefined ? earlier : [chosen, ...earlier];
  return {
    ...rest,
    look: chosen?.look ?? DEFAULT_LOOK,
    version: chosen?.version ?? 0,
    history: all.map(({ version, at, by, look }) => ({ version, at: withOffset(at, zone), by: by.name, look })),
  };
};
