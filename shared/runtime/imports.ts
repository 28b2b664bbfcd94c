import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import { cellProblem, type ImportReply } from "../api/imports.ts";
import { importRoutes } from "../api/routes/imports.ts";
import { accept } from "../kernel/result.ts";
import type { Deps } from "../record/change.ts";
import { importCases } from "../record/import.ts";
import { MOST_ROWS } from "../record/import-check.ts";
import { inReader, type StaffInput } from "./reader.ts";
import { reply } from "./reply.ts";
import { idempotencyKey } from "./request.ts";
import { bodyHash, caseIdFor, digestOf, newSalt, sha256, tokenFor } from "./secrets.ts";
import { takenFile } from "./taken-file.ts";

type Answer = Promise<APIGatewayProxyStructuredResultV2>;

type Query = z.infer<(typeof importRoutes)["importCases"]["query"]>;

/**
 * Takes cases over from the file in the body. Without an Idempotency-Key the file itself is the key, so that it is never
 * taken over twice. @throws Answered 413 for a file that is too large, 400 for what is none.
 */
export const takeFile = async (
  deps: Deps,
  input: StaffInput<(typeof importRoutes)["importCases"]["query"]>,
): Answer => {
  const { by, locale } = inReader(deps, input);
  const { params, event } = input;
  const { policy, dryRun }: Query = input.query;
  const { bytes, lines } = await takenFile(event, MOST_ROWS + 1);
  const key = idempotencyKey(event) ?? digestOf(bytes);
  const imported = await importCases(deps, {
    org: params.org,
    policy,
    by,
    lines,
    dryRun,
    locale,
    caseIdFor: (words) => caseIdFor(params.org, `import\n${words.startsWith("row\n") ? `${key}\n` : ""}${words}`),
    made: (caseId, cells) => ({
      requestHash: bodyHash(cells),
      tokenHash: ({ linkKey }) => sha256(tokenFor(linkKey, caseId)),
      salt: newSalt(),
    }),
  });
  if (!imported.ok) return reply(importRoutes.importCases, imported, locale);
  const { rows, cases, faults } = imported.value;
  const told: ImportReply = {
    dryRun,
    rows,
    cases: [...cases],
    faults: faults.map((fault) => cellProblem(fault, locale)),
  };
  return reply(importRoutes.importCases, accept(told), locale);
};
