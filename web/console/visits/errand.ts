import type { VisitView } from "../../../shared/api/visiting.ts";
import { answersOf } from "../api/entered.ts";
import { type Errand, nested } from "../case/errand.ts";

export type Act = VisitView["acts"][number];

/** What the API offers to do to a visit, an object or a plan, as a form that is sent below its address. */
export const errandOf = ({ act, path, title, fields }: Act, offset: string): Errand => ({
  id: act,
  title,
  fields,
  start: {},
  path: `/${path}`,
  body: (entered) => nested(answersOf(fields, entered, offset)),
});
