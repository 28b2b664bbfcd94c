import { both } from "../../kernel/text.ts";
import { showAnswers } from "../answers.ts";
import { type Line, momentIn } from "./line.ts";

/** What happened outside the workflow, with both dates where it was recorded later (BUS-28, IPP-11). */
export const happened: Line<"happened"> = (event, telling) => {
  const { policy, reader, locale } = telling;
  const outside = policy.events.find(({ id }) => id === event.event);
  const seen = reader === "staff" ? undefined : (outside?.customerSees ?? []);
  if (reader === "customer" && outside?.customerSees === undefined) return undefined;
  const fields = (outside?.fields ?? []).filter(({ id }) => seen === undefined || seen.includes(id));
  const zh = locale === "zh-CN";
  const late = event.when === event.at ? [] : [`${zh ? "发生于" : "happened"} ${momentIn(telling, event.when)}`];
  const reason =
    reader === "customer" || event.reason === undefined ? [] : [`${zh ? "补记：" : "recorded later: "}${event.reason}`];
  const answers = showAnswers(policy, fields, event.answers, locale).map(
    ({ label, value }) => `${label}${zh ? "：" : ": "}${value}`,
  );
  return { what: outside?.title ?? both(event.event), detail: [...late, ...reason, ...answers] };
};
