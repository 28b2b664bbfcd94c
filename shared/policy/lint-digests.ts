import type { Digest } from "./digest.ts";
import type { Policy } from "./policy.ts";
import { type Declared, type Problem, problem, refers } from "./problem.ts";

const DAYS_A_WEEK = 7;

const listed = ({ assumptions }: Policy, { id }: Digest): boolean =>
  assumptions.some(({ key }) => key === "digests" || key === `digests.${id}` || key.startsWith(`digests.${id}.`));

const unread = (policy: Policy, path: string, { to }: Digest): readonly Problem[] =>
  policy.roles
    .filter(({ id, may }) => to.includes(id) && !may.includes("read"))
    .map(({ id }) =>
      problem(`${path}.to`, "role-cannot-read", `"${id}" may not read the cases that this digest tells of.`),
    );

/** Digests go to roles that may read what they tell, on a day that there is, and say where they are our choice. */
export const lintDigests = (policy: Policy, declared: Declared): readonly Problem[] =>
  policy.digests.flatMap((digest, at) => {
    const path = `digests[${at}]`;
    return [
      ...refers(declared, "roles", `${path}.to`, digest.to),
      ...unread(policy, path, digest),
      ...(digest.every === "week" && digest.on > DAYS_A_WEEK
        ? [problem(`${path}.on`, "no-such-day", `A week has no day ${digest.on}; 1 is Monday, 7 is Sunday.`)]
        : []),
      ...(digest.rules.length > 0 || listed(policy, digest)
        ? []
        : [
            problem(
              path,
              "assumption-not-listed",
              `No rule of the regulation asks for the digest "${digest.id}", so it is our choice: list it under assumptions with the key "digests.${digest.id}", or all of them with "digests".`,
            ),
          ]),
    ];
  });
