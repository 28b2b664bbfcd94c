import { addDays, CivilDate } from "../../calendar/civil-date.ts";
import { daysOf } from "../../calendar/period.ts";
import type { CaseEvent } from "../../case/event.ts";
import type { Change, News } from "../../digest/digest.ts";
import { say, type Text } from "../../kernel/text.ts";
import { type Deps, type Loaded, loadCase } from "../change.ts";
import { inTurns } from "../in-turns.ts";
import type { RecordRef } from "../record.ts";
import { SHARDS } from "../store.ts";
import type { Asked } from "./digests.ts";
import { CHANGES_SHOWN } from "./shown.ts";

type Reads = Pick<Deps, "records" | "orgs">;
type Brief = News["first"][number];

const WORDS = {
  excused: say("期限按例外免责", "a date was excused"),
  reopened: say("重新办理", "taken up again"),
  judged: say("责任改判", "liability judged anew"),
  decided: say("处理结果改定", "decided anew"),
} as const;

/** What an event says of a case's standing beside that it went on; undefined where it says nothing. */
const saidBy = (event: CaseEvent, before: readonly CaseEvent[]): readonly [Change, Text] | undefined => {
  const again = before.some(({ type }) => type === event.type);
  switch (event.type) {
    case "breached":
      return ["escalated", say("超期上报", "reported as overdue")];
    case "exceptionDecided":
      return event.approved ? ["flipped", WORDS.excused] : undefined;
    case "caseReopened":
      return ["flipped", WORDS.reopened];
    case "liabilityJudged":
      return again ? ["flipped", WORDS.judged] : undefined;
    case "returnDecided":
    case "verdictGiven":
      return again ? ["flipped", WORDS.decided] : undefined;
    default:
      return undefined;
  }
};

const briefsOf = ({ record, current }: Loaded, { since, now }: Pick<Asked, "since" | "now">) =>
  record.timeline.flatMap((event, at): { change: Change; brief: Brief }[] => {
    if (event.at < since || event.at >= now) return [];
    const said = saidBy(event, record.timeline.slice(0, at));
    return said === undefined
      ? []
      : [{ change: said[0], brief: { place: record.id, name: current.number, at: event.at, what: said[1] } }];
  });

/** Which cases of a company something happened to since a moment: keys, for each day. */
const changedSince = async ({ records }: Reads, { org, since, now }: Asked): Promise<readonly RecordRef[]> => {
  const [from, to] = [CivilDate.parse(since.slice(0, 10)), CivilDate.parse(now.slice(0, 10))];
  const days = daysOf([from, addDays(to, 0)]);
  const shards = Array.from({ length: SHARDS }, (_, n) => n);
  const pieces = days.flatMap((day) => shards.map((shard) => ({ day, shard })));
  const found = await inTurns(pieces, async ({ day, shard }) => {
    const refs: RecordRef[] = [];
    let cursor: string | undefined;
    do {
      const page = await records.changed(day, shard, cursor);
      refs.push(...page.items.filter((ref) => ref.org === org));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return refs;
  });
  return found.flat();
};

/**
 * What was escalated and what was judged otherwise since the last digest. It reads every case that something happened to
 * since: it costs what was done, whatever lies in the table.
 */
export const eventsSince = async (deps: Reads, asked: Asked): Promise<readonly News[]> => {
  const refs = await changedSince(deps, asked);
  const all = (
    await inTurns(refs, async (ref) => {
      const found = await loadCase(deps, ref);
      return found === undefined || found.record.policy.id !== asked.policy.id ? [] : briefsOf(found, asked);
    })
  ).flat();
  return (["escalated", "flipped"] as const).map((of) => {
    const own = all.filter(({ change }) => change === of).map(({ brief }) => brief);
    const inOrder = own.toSorted((a, b) => (a.at < b.at ? 1 : -1));
    return { of, count: own.length, first: inOrder.slice(0, CHANGES_SHOWN) };
  });
};
