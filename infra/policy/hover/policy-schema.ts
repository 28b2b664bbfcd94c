import * as z from "zod";
import { Instant } from "../../../shared/kernel/instant.ts";
import { Text } from "../../../shared/kernel/text.ts";
import { Condition } from "../../../shared/policy/condition.ts";
import { Duration } from "../../../shared/policy/duration.ts";
import { Field, ListField } from "../../../shared/policy/field.ts";
import { Category } from "../../../shared/policy/intake.ts";
import { Policy } from "../../../shared/policy/policy.ts";
import type { Schema } from "./hover.ts";

/** What is referred to by name instead of being written out where it is used. */
const NAMED = { Text, Instant, Duration, Condition, Group: Condition.options[0], Field, ListField, Category };

/** A duration as the editor can check it; the policy's own reader decides. */
export const DURATION = "^(same day|[1-9][0-9]{0,3} (hour|working day|day|week|month|year)s?)$";

/**
 * The form of a policy file as JSON Schema, without a word of explanation. Draft 07, the latest that every YAML language
 * server in use reads: later drafts came with version 1.20 of the one that VS Code has.
 */
export const policySchema = (): Schema => {
  const metadata = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) metadata.add(schema, { id });
  const schema: Schema = z.toJSONSchema(Policy, { io: "input", target: "draft-07", metadata });
  const { Duration: duration } = schema.definitions as { Duration: Schema }; // one of those that are named above
  duration.pattern = DURATION;
  return schema;
};
