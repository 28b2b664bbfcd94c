import { ENGINE_EVENTS } from "./lint-workflow.ts";
import type { Policy } from "./policy.ts";
import { type Declared, type Problem, problem, refers, twice, undeclared } from "./problem.ts";
import { type MailTemplate, type Notification, STAFF_ONLY } from "./workflow.ts";

/** What is kept at least so long, and what may be asked for so long, is no deadline: nothing moves, excuses or measures it. */
const notRetained = (policy: Policy, path: string, what: string, clock: string): readonly Problem[] =>
  policy.clocks.some(({ id, kind }) => id === clock && kind !== "deadline")
    ? [
        problem(
          path,
          "not-a-deadline",
          `"${clock}" says how long something is kept or may be asked for, so that ${what}.`,
        ),
      ]
    : [];

/** A promise belongs to one exception and excuses another clock: given anew by a second, its own breach would be lost. */
const sharedPromise = ({ exceptions }: Policy, path: string, at: number): readonly Problem[] => {
  const promise = exceptions[at]?.promise;
  const taken = exceptions.some((one, nth) => one.clock === promise || (nth < at && one.promise === promise));
  return promise !== undefined && taken
    ? [
        problem(
          `${path}.promise`,
          "promise-twice",
          `"${promise}" is the promise of another exception, or is excused itself.`,
        ),
      ]
    : [];
};

const lintExceptions = (policy: Policy, declared: Declared): readonly Problem[] =>
  policy.exceptions.flatMap(({ clock, approver, promise, reasons }, at) => {
    const path = `exceptions[${at}]`;
    const promised = policy.clocks.find(({ id }) => id === promise);
    return [
      ...refers(declared, "clocks", `${path}.clock`, clock),
      ...refers(declared, "roles", `${path}.approver`, approver),
      ...refers(declared, "clocks", `${path}.promise`, promise),
      ...notRetained(policy, `${path}.clock`, "nothing excuses it", clock),
      ...twice(
        "reason",
        `${path}.reasons`,
        reasons.map(({ value }) => value),
      ),
      ...sharedPromise(policy, path, at),
      ...(promised === undefined || promised.until !== undefined
        ? []
        : [
            problem(
              `${path}.promise`,
              "not-a-promise",
              `"${promise}" has a figure of its own and is no promise (\`until\`).`,
            ),
          ]),
    ];
  });

/** These letters tell of an extension or an exception; on anything else they would say that it was refused. */
const ABOUT: Readonly<Partial<Record<MailTemplate, string>>> = {
  "extension-request": "extensionRequested",
  "extension-decision": "extensionDecided",
  "exception-request": "exceptionRecorded",
  "exception-decision": "exceptionDecided",
  "customer-mail": "mailReceived",
};
const wrongLetter = ({ on, template }: Notification, at: number): readonly Problem[] => {
  const about = ABOUT[template];
  return about === undefined || about === on
    ? []
    : [
        problem(
          `notifications[${at}].template`,
          "letter-of-another",
          `The letter "${template}" tells of ${about} and of nothing else.`,
        ),
      ];
};

/** What refers to clocks: extensions, exceptions, mail and KPIs. */
export const lintDuties = (policy: Policy, declared: Declared): readonly Problem[] => {
  const { roles, events, clocks } = declared;
  return [
    ...lintExceptions(policy, declared),
    ...policy.extensions.flatMap(({ clock, approver, requestedBy }, at) => [
      ...undeclared("clock", clocks, [[`extensions[${at}].clock`, clock]]),
      ...notRetained(policy, `extensions[${at}].clock`, "nothing extends it", clock),
      ...undeclared("role", roles, [
        [`extensions[${at}].approver`, approver],
        ...requestedBy.map((role, nth) => [`extensions[${at}].requestedBy[${nth}]`, role] as const),
      ]),
    ]),
    ...policy.notifications.flatMap(wrongLetter),
    ...policy.notifications.flatMap(({ on, clocks: about, to, template }, at) => [
      ...(STAFF_ONLY.has(template) && to.includes("reporter")
        ? [
            problem(
              `notifications[${at}].to`,
              "letter-for-staff",
              `The letter "${template}" speaks of the house's own affairs and cannot go to the reporter.`,
            ),
          ]
        : []),
      ...undeclared("event", new Set([...events, ...ENGINE_EVENTS]), [[`notifications[${at}].on`, on]]),
      ...undeclared(
        "clock",
        clocks,
        (about ?? []).map((clock, nth) => [`notifications[${at}].clocks[${nth}]`, clock]),
      ),
      ...undeclared(
        "role",
        new Set(["reporter", ...roles]),
        to.map((role, nth) => [`notifications[${at}].to[${nth}]`, role]),
      ),
    ]),
    ...policy.kpis.flatMap(({ id, clocks: about }, at) => [
      ...undeclared(
        "clock",
        clocks,
        about.map((clock, nth) => [`kpis[${at}].clocks[${nth}]`, clock]),
      ),
      ...about.flatMap((clock, nth) => notRetained(policy, `kpis[${at}].clocks[${nth}]`, "no KPI counts it", clock)),
      ...about.flatMap((clock, nth) =>
        policy.clocks.some((one) => one.id === clock && one.grade === "advisory")
          ? [
              problem(
                `kpis[${at}].clocks[${nth}]`,
                "kpi-of-advisory",
                `KPI "${id}" counts "${clock}", which is advisory.`,
              ),
            ]
          : [],
      ),
    ]),
  ];
};
