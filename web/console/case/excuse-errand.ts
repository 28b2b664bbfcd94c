import type { CaseView } from "../../../shared/api/case-view.ts";
import type { Locale } from "../../../shared/kernel/text.ts";
import { momentOf } from "../api/entered.ts";
import { sayMoment } from "../words/time.ts";
import type { Words } from "../words/words.ts";
import { type Errand, field, text } from "./errand.ts";

/** Recording what excuses a clock: one errand a clock, since each has reasons of its own. */
export const excuseErrands = (view: CaseView, { actions }: Words, offset: string): readonly Errand[] =>
  view.mayExcuse.map(({ clock, reasons }) => {
    const title = view.deadlines.find((one) => one.clock === clock)?.title ?? clock;
    return {
      id: `excuse ${clock}`,
      title: `${actions.excuse}: ${title}`,
      fields: [
        field("reason", "choice", actions.excuseReason, { choices: [...reasons] }),
        field("promised", "moment", actions.excusePromise),
        field("remark", "longText", actions.excuseRemark, { required: false, max: 2000 }),
      ],
      start: {},
      path: "/exceptions",
      body: ({ reason, promised, remark }) => ({
        clock,
        reason,
        promised: momentOf(text(promised), offset),
        ...(text(remark) === "" ? {} : { remark: text(remark) }),
      }),
    };
  });

/** The exceptions that wait for the caller's decision. */
export const decideExcuseErrands = (view: CaseView, { actions }: Words, locale: Locale): readonly Errand[] =>
  view.exceptions
    .filter(({ mayDecide }) => mayDecide)
    .map(({ id, clock, promised, reason }) => {
      const title = view.deadlines.find((one) => one.clock === clock)?.title ?? clock;
      return {
        id: `decide exception ${id}`,
        title: `${actions.decideExcuse}: ${title} → ${sayMoment(promised, locale, true)} (${reason.label})`,
        fields: [
          field("approve", "flag", actions.decideField, { yesNo: [actions.approve, actions.refuse] }),
          field("remark", "longText", actions.remark, { required: false, max: 2000 }),
        ],
        start: {},
        path: `/exceptions/${encodeURIComponent(id)}/decision`,
        body: ({ approve, remark }) => ({ approve, ...(text(remark) === "" ? {} : { remark: text(remark) }) }),
      };
    });
