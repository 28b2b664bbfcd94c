import type { CaseEvent } from "../../case/event.ts";
import { sayRefusal } from "../../evidence/sayings.ts";
import { both, type Locale, say } from "../../kernel/text.ts";
import { showAnswers } from "../answers.ts";
import {
  actionDone,
  actionOpened,
  actionOverdue,
  actionPlanned,
  actionReminded,
  actionVerified,
  counted,
} from "./actions.ts";
import { surveyAsked } from "./asked.ts";
import { claimAssessed, claimPaper, returnDecided } from "./claims.ts";
import { caseReopened, linkNumbered, superseded } from "./closing.ts";
import { circulated, copyAcknowledged } from "./copies.ts";
import { corrected } from "./correction.ts";
import { costBooked, liabilityJudged, promiseMade, verdictGiven } from "./decisions.ts";
import {
  breached,
  exceptionDecided,
  exceptionRecorded,
  extensionDecided,
  extensionRequested,
  reminded,
} from "./extensions.ts";
import type { Line, Telling } from "./line.ts";
import { mailReceived } from "./mailed.ts";
import { opinionCollated } from "./opinions.ts";
import { happened } from "./outside.ts";
import { disclosed, erased, erasureOrdered, held, holdReleased } from "./privacy.ts";
import { sanctionDecided, sanctionProposed } from "./sanctions.ts";
import { objected, signed } from "./signing.ts";
import { mailUndelivered } from "./undelivered.ts";
import { visitRecorded } from "./visits.ts";

const place = (damage: number, locale: Locale): string => {
  if (damage === 0) return locale === "zh-CN" ? "本案" : "the case";
  return locale === "zh-CN" ? `第${damage}处` : `item ${damage}`;
};

import { assigned, assignmentReturned, assignmentTaken, needRecorded, opinionGiven } from "./routing.ts";

/** A step as its reader may see it: the customer only the fields that the policy opens, and nothing of an internal step. */
const step: Line<"step"> = (event, { policy, reader, locale }) => {
  const taken = policy.workflow?.steps.find(({ id }) => id === event.step);
  const fields = taken?.fields ?? [];
  if (reader === "customer" && taken?.customerSees === undefined) return undefined;
  const open = reader === "staff" ? fields : fields.filter(({ id }) => taken?.customerSees?.includes(id) ?? false);
  return {
    what: taken?.done ?? taken?.title ?? both(event.step),
    detail: showAnswers(policy, open, event.answers, locale).map(
      ({ label, value }) => `${label}${locale === "zh-CN" ? "：" : ": "}${value}`,
    ),
  };
};

const evidenceAsked: Line<"evidenceAsked"> = ({ missing }, { locale }) => ({
  what: say("请求补充照片", "More photos asked for"),
  detail: missing.map(({ damage, count }) => {
    const where = place(damage, locale);
    return locale === "zh-CN"
      ? `${where}还差${count}张照片`
      : `${where}: ${count} more ${count === 1 ? "photo" : "photos"}`;
  }),
});

/** Every kind of event with what its readers are told; one without does not compile. */
const lines: { readonly [T in CaseEvent["type"]]: Line<T> } = {
  received: ({ number, imported }, { reader, locale }) => {
    const row =
      imported === undefined || reader === "customer"
        ? []
        : [say("文件第", "row ")[locale] + imported.row + say("行", " of a file")[locale]];
    return { what: say("已收到", "Received"), detail: [number, ...row] };
  },
  step,
  happened,
  numbered: ({ number }) => ({ what: say("已编号", "Numbered"), detail: [number] }),
  verdictGiven,
  promiseMade,
  costBooked,
  liabilityJudged,
  noted: ({ text }, { reader }) => (reader === "staff" ? { what: say("备注", "Note"), detail: [text] } : undefined),
  mailReceived,
  photoKept: ({ photo }, { locale }) => ({
    what: say("照片已收", "Photo kept"),
    detail: [place(photo.damage, locale)],
  }),
  photoRefused: ({ damage, refusal }, { locale }) => ({
    what: say("照片未收", "Photo refused"),
    detail: [place(damage, locale), sayRefusal(refusal)[locale]],
  }),
  extensionRequested,
  extensionDecided,
  exceptionRecorded,
  exceptionDecided,
  duplicateSuspected: ({ number }, { reader }) =>
    reader === "staff" ? { what: say("可能重复", "Perhaps the same matter"), detail: [number] } : undefined,
  duplicateDecided: ({ of, same }, { reader, current }) => {
    const number = current.duplicates.find((one) => one.of === of)?.number ?? of;
    const what = same
      ? say("确认为同一事项", "Said to be the same matter")
      : say("确认为不同事项", "Said to be another matter");
    return reader === "staff" ? { what, detail: [number] } : undefined;
  },
  linkNumbered,
  linkTold: () => undefined,
  opinionCollated,
  opinionTold: () => undefined,
  assigned,
  assignmentTaken,
  assignmentReturned,
  needRecorded,
  opinionGiven,
  reminded,
  breached,
  evidenceAsked,
  counted,
  actionOpened,
  actionPlanned,
  actionDone,
  actionVerified,
  actionReminded,
  actionOverdue,
  sanctionProposed,
  sanctionDecided,
  signed,
  objected,
  corrected,
  visitRecorded,
  circulated,
  copyAcknowledged,
  claimPaper,
  claimAssessed,
  returnDecided,
  superseded,
  caseReopened,
  attempted: ({ what, code }, { reader }) =>
    reader === "staff" ? { what: say("已拒绝的操作", "Refused attempt"), detail: [`${what}: ${code}`] } : undefined,
  mailUndelivered,
  surveyAsked,
  held,
  holdReleased,
  disclosed,
  erasureOrdered,
  erased,
};

/** What a reader is told of an event, in their language; undefined when it is not for them. */
export const lineOf = (
  event: CaseEvent,
  telling: Telling,
): { readonly what: string; readonly detail: string[] } | undefined => {
  const line = lines[event.type] as Line<CaseEvent["type"]>; // the row of this very kind, which the compiler cannot follow through the index
  const told = line(event as never, telling);
  return told === undefined ? undefined : { what: told.what[telling.locale], detail: [...told.detail] };
};
