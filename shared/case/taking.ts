import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import { CaseChannel, IntakeChannel } from "../policy/intake-channel.ts";
import type { Policy } from "../policy/policy.ts";
import { Name } from "../policy/terms.ts";
import type { Actor } from "./actor.ts";
import { clean } from "./clean.ts";
import type { FieldFault, Refusal } from "./fault.ts";
import { actsAs, holders, titles } from "./roles.ts";

/** Somebody of the company, as a case names them: for good, whatever becomes of their account. */
export const Person = z.strictObject({ sub: z.string().optional(), name: z.string(), role: Name.optional() });
export type Person = z.infer<typeof Person>;

/** How a matter that did not come by the customer's own form reached the company (ITS-11, MCH-16, PRV-18, COU-28). */
export const Taken = z.strictObject({
  channel: CaseChannel,
  /** Which authority passed it on, or where else it came from. */
  source: z.string().optional(),
  /** Absent where nobody was asked first: a mail that the company's inbox took in by itself. */
  firstContact: Person.optional(),
});
export type Taken = z.infer<typeof Taken>;

/** The first-contact rule by which any employee takes a matter in; undefined where only roles of the regulation may. */
const openRule = ({ routing }: Policy) =>
  routing.find(({ kind, anyEmployee }) => kind === "first-contact" && anyEmployee);

/** Whoever first took a matter in acts in the role that the rule gives them, for that case alone (ITS-04). */
export const asFirstContact = (policy: Policy, by: Actor, firstContact: Pick<Person, "sub"> | undefined): Actor => {
  const rule = openRule(policy);
  if (by.kind !== "staff" || rule === undefined || firstContact?.sub !== by.sub) return by;
  return { ...by, roles: [...rule.by, ...by.roles.filter((role) => !rule.by.includes(role))] };
};

/** Why somebody may not take a matter in for a customer; undefined when they may. */
export const mayNotTake = (policy: Policy, by: Actor): Refusal | undefined => {
  const rule = openRule(policy);
  const roles = holders(policy, "register");
  if (by.kind === "staff" && (rule !== undefined || actsAs(by, roles))) return undefined;
  return { code: "not-your-role", needs: titles(policy, roles), rules: policy.intake?.rules ?? [] };
};

/** What whoever takes it in says of its coming, before it was read. */
export type Told = {
  readonly channel: IntakeChannel;
  readonly source?: string | undefined;
  readonly receivedAt?: string | undefined;
  readonly firstContact?: { readonly sub?: string | undefined; readonly name: string } | undefined;
};

const bad = (path: string, code: string, zh: string, en: string): FieldFault => ({ path, code, says: say(zh, en) });

const wayFault = (policy: Policy, { channel }: Told): readonly FieldFault[] => {
  const ways = policy.intake?.channels ?? IntakeChannel.options;
  return channel !== "web" && ways.includes(channel)
    ? []
    : [
        bad(
          "/channel",
          "invalid",
          `途径须为：${ways.filter((way) => way !== "web").join("、")}`,
          `the channel is one of ${ways.filter((way) => way !== "web").join(", ")}`,
        ),
      ];
};

const sourceFault = ({ channel, source }: Told): readonly FieldFault[] =>
  channel === "authority" && clean(source ?? "", false) === ""
    ? [bad("/source", "required", "请填写转办的部门", "say which authority passed it on")]
    : [];

/**
 * Reads how a matter came: by which way, when it was received, and who was asked first; nobody else named, that is
 * whoever writes it down. What lay on a desk counts from its receipt, never from a moment that is still to come.
 */
export const readTaking = (
  policy: Policy,
  told: Told,
  { by, at }: { readonly by: Extract<Actor, { kind: "staff" }>; readonly at: Instant },
): Result<{ readonly taken: Taken; readonly receivedAt: Instant }, readonly FieldFault[]> => {
  const given = told.receivedAt === undefined ? at : Instant.safeParse(told.receivedAt).data;
  const future = given === undefined || given > at;
  const faults = [
    ...wayFault(policy, told),
    ...sourceFault(told),
    ...(future
      ? [
          bad(
            "/receivedAt",
            "invalid",
            "收到时间须带时区，且不得晚于现在",
            "the receipt is a time with its offset, not in the future",
          ),
        ]
      : []),
  ];
  if (given === undefined || faults.length > 0) return refuse(faults);
  const own = told.firstContact === undefined || told.firstContact.sub === by.sub;
  const rule = openRule(policy);
  const known = by.roles.find((role) => policy.roles.some(({ id }) => id === role));
  const role = rule?.by[0] ?? (own ? known : undefined);
  const name = own ? by.name : clean(told.firstContact?.name ?? "", false);
  const source = clean(told.source ?? "", false) || undefined;
  const sub = own ? by.sub : told.firstContact?.sub;
  return accept({ taken: { channel: told.channel, source, firstContact: { sub, name, role } }, receivedAt: given });
};
