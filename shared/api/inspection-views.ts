import type * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import { mayNot, titles } from "../case/roles.ts";
import { commonActions } from "../inspection/common-problem.ts";
import { duesOf } from "../inspection/dues.ts";
import { itemsOf } from "../inspection/file.ts";
import { type Finding, lapse } from "../inspection/finding.ts";
import { outcomeOf } from "../inspection/inspection.ts";
import { inspectionActs } from "../inspection/open.ts";
import { isHiddenFrom, knowsPeople } from "../inspection/reading.ts";
import { approvalOf, dutyOf, inspections, notToInspect } from "../inspection/sides.ts";
import { OUTCOME, STATE, sayEvent } from "../inspection/words.ts";
import { InspectionId } from "../kernel/ids.ts";
import type { Locale } from "../kernel/text.ts";
import { Capability } from "../policy/capability.ts";
import { sayLimit } from "../policy/explain-records.ts";
import type { Policy } from "../policy/policy.ts";
import type { LoadedInspection } from "../record/inspections/change.ts";
import type { FoundIn } from "../record/inspections/lists.ts";
import type { FindingRow, FindingView, InspectionForms, InspectionRow, InspectionView } from "./inspections.ts";
import { nextField } from "./next-field.ts";
import type { Reading } from "./row.ts";

const nameOf = (by: Actor): string => (by.kind === "staff" ? by.name : by.kind);

const headOf = (found: LoadedInspection, { by, locale }: Reading) => {
  const { record, schedule, current, policy } = found;
  const { filed } = current;
  const zone = policy.calendar.timeZone;
  const outcome = outcomeOf(current);
  return {
    inspectionId: InspectionId.parse(record.id),
    policy: policy.id,
    schedule: { id: schedule.id, title: schedule.title[locale], rules: [...schedule.rules] },
    doneAt: withOffset(filed.doneAt, zone),
    filedAt: withOffset(filed.at, zone),
    subject: filed.subject,
    object: filed.object,
    department: filed.department,
    people: knowsPeople(found, by) ? filed.people : undefined,
    outcome,
    outcomeSays: OUTCOME[outcome][locale],
  };
};

/** A finding as staff see it, with the deadlines that run for it. */
const findingView = (
  found: LoadedInspection,
  finding: Finding,
  { now, locale }: Reading,
): z.infer<typeof FindingView> => {
  const zone = found.policy.calendar.timeZone;
  const { n, code, title, note, value, state, rounds, signed, assigned, rectified, verified } = finding;
  const deed = <T extends { at: Parameters<typeof withOffset>[0]; sub: string; name: string }>({
    at,
    sub: _,
    name,
    ...rest
  }: T) => ({
    ...rest,
    at: withOffset(at, zone),
    by: name,
  });
  return {
    ...{ n, code, note, value, state, rounds },
    title: title[locale],
    stateSays: STATE[state][locale],
    signed: signed && deed(signed),
    assigned: assigned && { ...deed(assigned), rectifier: assigned.rectifier.name },
    rectified: rectified && deed(rectified),
    verified: verified && deed(verified),
    dues: duesOf(found, finding).map(({ clock, title: says, grade, due }) => ({
      ...{ clock, grade },
      title: says[locale],
      due: withOffset(due, zone),
      overdue: due <= now || finding.overdue.includes(lapse(clock, finding)),
    })),
  };
};

/** One line of a list of inspections. */
export const inspectionRow = (found: LoadedInspection, reading: Reading): z.infer<typeof InspectionRow> => {
  const { findings } = found.current;
  return {
    ...headOf(found, reading),
    findings: findings.length,
    open: findings.filter(({ state }) => state !== "CLOSED").length,
  };
};

/** One line of a list of findings. */
export const findingRow = ({ inspection, finding }: FoundIn, reading: Reading): z.infer<typeof FindingRow> => {
  const { inspectionId, policy, schedule, subject, department, people, doneAt } = headOf(inspection, reading);
  const inspector = people?.find(({ inCharge }) => inCharge)?.name;
  return {
    ...findingView(inspection, finding, reading),
    ...{ inspectionId, policy, subject, department, inspector, doneAt },
    schedule: schedule.title,
  };
};

type Links = ReadonlyMap<string, { readonly copy: string; readonly thumbnail: string }>;

/** An inspection as staff see it: what was seen, what became of it, and what the reader may do. */
export const inspectionView = (
  found: LoadedInspection,
  reading: Reading,
  links: Links,
): z.infer<typeof InspectionView> => {
  const { by, locale } = reading;
  const { record, policy, current } = found;
  const zone = policy.calendar.timeZone;
  const limits = new Map(itemsOf(found).map(({ list, item }) => [`${list.id}/${item.id}`, item.limit]));
  const hides = !knowsPeople(found, by);
  return {
    ...headOf(found, reading),
    lines: current.filed.lines.map(({ n, of, code, title, result, value, note, leads }) => {
      const limit = of === undefined ? undefined : limits.get(`${of.checklist}/${of.item}`);
      return {
        ...{ n, code, result, value, note, leads },
        title: title[locale],
        limit: limit && sayLimit(policy, limit)[locale],
      };
    }),
    findings: current.findings.map((finding) => findingView(found, finding, reading)),
    approvals: current.approvals.map(({ n, decided }) => {
      const asked = approvalOf(found, current.filed.lines.find((line) => line.n === n)?.of);
      return {
        n,
        of: asked?.of[locale] ?? "",
        by: titles(policy, asked?.by ?? []).map((title) => title[locale]),
        decided: decided && {
          at: withOffset(decided.at, zone),
          by: decided.name,
          passed: decided.passed,
          plan: decided.plan,
        },
      };
    }),
    photos: current.photos.flatMap(({ id, damage, after }) => {
      const link = links.get(id);
      return link === undefined ? [] : [{ photoId: id, line: damage, after, ...link }];
    }),
    refusedPhotos: current.refused.length,
    acts: inspectionActs(found, current, by).map(({ title, fields, ...act }) => ({
      ...act,
      title: title[locale],
      fields: fields.map((field) => nextField(policy, field, locale)),
    })),
    history: record.timeline.map((event) => {
      const { what, why } = sayEvent(event);
      const who = hides && event.type === "filed" ? "–" : nameOf(event.by);
      return { at: withOffset(event.at, zone), by: who, what: what[locale], why };
    }),
  };
};

/** Of each regulation the inspections that the reader makes; one that comes unannounced is told to nobody it comes to. */
export const formViews = (policies: readonly Policy[], by: Actor, locale: Locale): z.infer<typeof InspectionForms> => ({
  regulations: policies
    .filter((policy) => inspections(policy).length > 0 && mayNot(policy, by, "read") === undefined)
    .map((policy) => ({
      id: policy.id,
      title: policy.title[locale],
      may: Capability.options.filter((one) => mayNot(policy, by, one) === undefined),
      common: commonActions(policy).length > 0,
    })),
  forms: policies.flatMap((policy) =>
    inspections(policy)
      .filter(
        (schedule) => notToInspect({ policy, schedule }, by) === undefined && !isHiddenFrom({ policy, schedule }, by),
      )
      .map((schedule) => {
        const { of, mode, people, checklists } = dutyOf(schedule);
        return {
          policy: policy.id,
          policySays: policy.title[locale],
          schedule: schedule.id,
          title: schedule.title[locale],
          of: of[locale],
          ...{ mode, people },
          checklists: policy.checklists
            .filter(({ id }) => checklists.includes(id))
            .map(({ id, title, items }) => ({
              id,
              title: title[locale],
              items: items.map((item) => ({
                id: item.id,
                title: item.title[locale],
                limit: item.limit && sayLimit(policy, item.limit)[locale],
              })),
            })),
        };
      }),
  ),
});
