import type { Instant } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import type { StepField } from "../policy/field.ts";
import type { Fact } from "../policy/terms.ts";
import { openActions } from "./actions/open.ts";
import type { Actor } from "./actor.ts";
import { openApprovals } from "./approvals/open.ts";
import type { Case } from "./case.ts";
import { openClaim } from "./claim/open.ts";
import type { Rulebook } from "./clocks.ts";
import { openCopies } from "./copies/open.ts";
import { openDuplicates } from "./duplicates.ts";
import type { Refusal } from "./fault.ts";
import { openLiability } from "./liability/open.ts";
import { openCosts, openPromises } from "./money/open.ts";
import { openOutside } from "./open-outside.ts";
import { openReopening } from "./reopen.ts";
import { openReturn } from "./returned/open.ts";
import { openRouting } from "./routing/open.ts";
import { openSanctions } from "./sanctions/open.ts";
import { openSignatures } from "./sign/open.ts";
import { openSuccessor } from "./supersede.ts";
import { openVisits } from "./visit/open.ts";

/** Something beside the workflow that can be done to a case now: enough for a screen to draw its form and send it. */
type OpenAct = {
  /** The command's name, and what of the policy it is about, e.g. `sign` and `user-signature`. */
  readonly act: string;
  readonly of: string;
  readonly title: Text;
  readonly rules: readonly string[];
  /** Where it is sent (POST), below the case: `signatures`. */
  readonly path: string;
  /** Members of the body that are settled already, and those to be asked. */
  readonly given: Readonly<Record<string, Fact>>;
  readonly fields: readonly StepField[];
  /** Why exactly this person may not do it now; absent when they may. */
  readonly closed?: Refusal | undefined;
};

/** What one capability offers somebody at a moment. */
export type Opens = (rulebook: Rulebook, current: Case, by: Actor, now: Instant) => readonly OpenAct[];

/** Every capability that offers something; what is done, or not asked for in this case, is left out. */
const opens: readonly Opens[] = [
  openOutside,
  openApprovals,
  openLiability,
  openCosts,
  openPromises,
  openActions,
  openSanctions,
  openSignatures,
  openVisits,
  openCopies,
  openClaim,
  openReturn,
  openRouting,
  openSuccessor,
  openReopening,
  openDuplicates,
];

/** What can be done to a case now beside its steps, and why not, for exactly this person. */
export const openActs: Opens = (...asked) => opens.flatMap((open) => open(...asked));
