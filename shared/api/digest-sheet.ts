import { withOffset } from "../calendar/zone.ts";
import { type Line, nameOf } from "../digest/digest.ts";
import type { Instant } from "../kernel/instant.ts";
import { type Locale, say } from "../kernel/text.ts";
import { sayLate, DIGEST_WORDS as WORDS } from "../mail/digest-words.ts";
import type { Gathered } from "../record/digests/gather.ts";
import type { Cell, Sheet } from "./sheet.ts";

const HEAD = {
  policy: say("制度", "Regulation"),
  list: say("清单", "List"),
  who: say("提交人", "Filed by"),
  link: say("链接", "Link"),
} as const;

type Reading = { readonly locale: Locale; readonly now: Instant; readonly console: string };

/** Every line of the lists that a digest cuts, one a row. */
export const digestSheet = (gathered: readonly Gathered[], { locale, now, console }: Reading): Sheet => {
  const { head } = WORDS;
  const row = (
    side: "overdue" | "due",
    { part }: Gathered,
    of: keyof typeof WORDS.overdue,
    line: Line,
  ): readonly Cell[] => [
    part.policy.title[locale],
    WORDS[side][of][locale],
    nameOf(line, locale),
    `${line.what[locale]}${line.advisory ? ` (${WORDS.advisory[locale]})` : ""}`,
    line.whose?.[locale],
    line.who,
    { moment: withOffset(line.due, part.zone) },
    side === "overdue" ? sayLate(line.due, now, locale) : undefined,
    `${console}/${line.place}`,
  ];
  return {
    name: WORDS.heading[locale],
    columns: [
      { title: HEAD.policy[locale], width: 28 },
      { title: HEAD.list[locale], width: 20 },
      { title: head.number[locale], width: 16 },
      { title: head.what[locale], width: 28 },
      { title: head.whose[locale], width: 18 },
      { title: HEAD.who[locale], width: 16 },
      { title: head.due[locale], width: 20 },
      { title: head.late[locale], width: 12 },
      { title: HEAD.link[locale], width: 40 },
    ],
    rows: gathered.flatMap((one) => [
      ...one.overdue.flatMap(({ of, lines }) => lines.map((line) => row("overdue", one, of, line))),
      ...one.due.flatMap(({ of, lines }) => lines.map((line) => row("due", one, of, line))),
    ]),
  };
};
