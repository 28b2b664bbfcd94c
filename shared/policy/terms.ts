import * as z from "zod";
import { MONEY } from "../kernel/cents.ts";
import { Text } from "../kernel/text.ts";

/** A rule of the register of regulations: `DFA-03`. */
export const RuleId = z.string().regex(/^[A-Z]{3}-\d{2}$/, "a rule id is three capitals and two digits, like DFA-03");

/** Clocks, steps, evidence rules, KPIs, templates: the field's own word in kebab-case. */
export const Slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens");

/** Roles, parties, facts, fields and events: camelCase, as they stand in an API body or behind `--fact`. */
export const Name = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "a name is camelCase");

/** The clauses a construct carries; at least one, so that nothing binding is without its source. */
export const Rules = z.array(RuleId).min(1);

/** Money as people write it: `5000.00`; never a floating-point number. */
export const Money = z.string().regex(MONEY, "write money with two decimals, like 5000.00");

export const Titled = z.strictObject({ id: Name, title: Text });

/** What is known about a case: what the form said, overlaid by what staff established later. */
export type Fact = string | number | boolean;
export type Facts = Readonly<Record<string, Fact>>;
export const Fact = z.union([z.string(), z.number(), z.boolean()]);
