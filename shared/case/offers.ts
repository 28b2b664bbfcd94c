import type { Text } from "../kernel/text.ts";
import type { Fact } from "../policy/terms.ts";
import type { Step } from "../policy/workflow.ts";
import type { Case } from "./case.ts";
import { claimOffers } from "./claim/offers.ts";
import type { Rulebook } from "./clocks.ts";
import { returnOffers } from "./returned/offers.ts";

/** Answers by the fields of a step; a sentence is offered in the language of whoever fills it in. */
export type Offered = Readonly<Record<string, Fact | Text>>;

/** What a capability would answer in a step. */
export type Offers = (rulebook: Rulebook, current: Case, step: Step) => Offered;

const offers: readonly Offers[] = [claimOffers, returnOffers];

/** What the rules themselves would answer in a step: a sum that is worked out, a quantity that may be booked. */
export const offersFor: Offers = (...asked) => Object.assign({}, ...offers.map((offer) => offer(...asked)));
