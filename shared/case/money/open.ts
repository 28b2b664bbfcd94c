import { say } from "../../kernel/text.ts";
import { isFinal } from "../final.ts";
import type { Opens } from "../open.ts";
import { actsAs, holders, mayNot } from "../roles.ts";
import { askedWith, costFields, withoutConsent } from "./book.ts";
import { isGround } from "./costs.ts";
import { limiting, promiseFields } from "./promise.ts";

/** Costs that may be booked: those whose ground holds, or may hold with what is told with them. */
export const openCosts: Opens = ({ policy }, current, by) =>
  actsAs(by, holders(policy, "note"))
    ? policy.costs
        .filter((rule) => isGround(policy, rule, current, {}).is !== false)
        .map((rule) => ({
          act: "bookCost",
          of: rule.id,
          title: rule.title,
          rules: rule.rules,
          path: "costs",
          given: { cost: rule.id },
          fields: [...costFields, ...askedWith(policy, rule).map((field) => ({ ...field, id: `facts.${field.id}` }))],
          closed: withoutConsent(policy, current, by, rule),
        }))
    : [];

/** What a customer is promised in money may be recorded until the case is closed. */
export const openPromises: Opens = ({ policy }, current, by) =>
  limiting(policy).length === 0 || isFinal(policy, current.state) || !actsAs(by, holders(policy, "note"))
    ? []
    : [
        {
          act: "makePromise",
          of: "promise",
          title: say("登记对客户的承诺", "Record a promise to the customer"),
          rules: limiting(policy).flatMap(({ rules }) => rules),
          path: "promises",
          given: {},
          fields: promiseFields,
          closed: mayNot(policy, by, "note"),
        },
      ];
