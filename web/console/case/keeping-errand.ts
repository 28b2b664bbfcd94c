import type { KeepingReply } from "../../../shared/api/privacy.ts";
import type { Words } from "../words/words.ts";
import { type Errand, field, text } from "./errand.ts";

/** What the privacy officer may do to the data of a case; why something is not possible the API says. */
export const keepingErrands = (
  { holds, disclosable, erasure }: KeepingReply,
  { keeping: say }: Words,
): readonly Errand[] => {
  const reason = field("reason", "longText", say.reason, { max: 2000 });
  const reasoned = (id: string, title: string, path: string): Errand => ({
    id,
    title,
    fields: [reason],
    start: {},
    path,
    body: (entered) => ({ reason: text(entered.reason) }),
  });
  const disclose: Errand = {
    id: "disclose",
    title: say.acts.disclose,
    fields: [
      field("authority", "text", say.to, { max: 200 }),
      field("legalBasis", "longText", say.basis, { max: 2000 }),
      field("document", "text", say.document, { max: 200 }),
      ...disclosable.map(({ id, label }) => field(`data-${id}`, "flag", `${say.data}: ${label}`)),
    ],
    start: Object.fromEntries(disclosable.map(({ id }) => [`data-${id}`, false])),
    path: "/disclosures",
    body: (entered) => ({
      authority: text(entered.authority),
      legalBasis: text(entered.legalBasis),
      document: text(entered.document),
      fields: disclosable.map(({ id }) => id).filter((id) => entered[`data-${id}`] === true),
    }),
  };
  if (erasure !== undefined) return disclosable.length > 0 ? [disclose] : [];
  return [
    reasoned("hold", say.acts.hold, "/holds"),
    ...holds
      .filter(({ releasedAt }) => releasedAt === undefined)
      .map(({ hold }) => reasoned(`release ${hold}`, say.acts.release, `/holds/${encodeURIComponent(hold)}/release`)),
    ...(disclosable.length > 0 ? [disclose] : []),
    { ...reasoned("erase", say.acts.erase, "/erasure"), warns: say.final },
  ];
};
