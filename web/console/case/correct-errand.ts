import type { CaseView } from "../../../shared/api/case-view.ts";
import { answersOf, type Field } from "../api/entered.ts";
import type { Words } from "../words/words.ts";
import { type Errand, field } from "./errand.ts";

/** The name of a correction among the errands of a case. */
export const correctionId = (place: number, of: Field): string => `correct ${place} ${of.id}`;

/** Putting answers right: one errand for each that the API lets the caller correct; before and after stay. */
export const correctErrands = ({ timeline }: CaseView, { corrections }: Words, offset: string): readonly Errand[] =>
  timeline.flatMap(({ place = 0, mayCorrect = [] }) =>
    mayCorrect.map((of) => {
      const value = { ...of, id: "value", label: corrections.value, required: true };
      return {
        id: correctionId(place, of),
        title: corrections.one(of.label),
        fields: [value, field("reason", "longText", corrections.why, { max: 2000 })],
        start: {},
        path: "/corrections",
        body: (entered) => ({
          place,
          field: of.id,
          ...answersOf([value, field("reason", "longText", "")], entered, offset),
        }),
      };
    }),
  );
