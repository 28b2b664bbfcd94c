import { caseRoutes } from "../../../../shared/api/routes/cases.ts";
import type { Policy } from "../../../../shared/policy/policy.ts";
import { being, type Cell, holding, NO_WORDS, offered, readersOf } from "./cell.ts";

/** Staff sign in their own role; what somebody outside signed is written down by whoever may leave a note. */
const signatures = (policy: Policy): readonly Cell[] =>
  policy.signoffs.flatMap(({ id: signoff, by }) =>
    by.map((role) => ({
      route: caseRoutes.sign,
      what: `${signoff} signed by ${role}`,
      path: "signatures",
      body: { signoff, by: role, name: NO_WORDS, method: "typed" },
      may: policy.roles.some(({ id }) => id === role) ? [role] : holding(policy, "note"),
      there: offered("sign", being(signoff)),
    })),
  );

const visits = ({ visits: all }: Policy): readonly Cell[] =>
  all.map(({ id, by }) => ({
    route: caseRoutes.visit,
    what: `visit ${id}`,
    path: "visits",
    body: { visit: id, outcome: "done", channel: "web" },
    may: by,
    there: offered("visit", being(id)),
  }));

/** Each copy (联) is acknowledged by the role whose copy it is, once the form has been filled in. */
const copies = (policy: Policy): readonly Cell[] =>
  policy.forms
    .filter(({ filledOn }) => filledOn !== undefined)
    .flatMap(({ id, copies: list }) =>
      list.flatMap(({ role }, at) =>
        role === undefined
          ? []
          : [
              {
                route: caseRoutes.acknowledge,
                what: `copy ${at + 1} of ${id}`,
                path: `copies/${id}/${at + 1}/acknowledgement`,
                body: {},
                may: [role],
                there: offered("acknowledge", being(`${id}-${at + 1}`)),
                must: true as const,
              },
            ],
      ),
    );

const sending = ({ forms }: Policy): readonly Cell[] =>
  forms
    .filter((form) => form.entries === undefined && form.copies.some(({ role }) => role === undefined))
    .map(({ id, by, keptBy }) => ({
      route: caseRoutes.circulate,
      what: `${id} sent`,
      path: `copies/${id}`,
      body: { words: NO_WORDS, to: [{ name: "x", email: "x@x.example" }] },
      may: [...by, ...(keptBy === undefined ? [] : [keptBy])],
    }));

const none = (policy: Policy): readonly Cell[] => {
  const { sign, visit, filledForm, acknowledge, circulate } = caseRoutes;
  const nobody = { may: readersOf(policy), nothing: true } as const;
  const signature = { signoff: "none", name: "x", method: "typed" };
  const called = { visit: "none", outcome: "done", channel: "web" };
  const notice = { words: "x", to: [{ name: "x", email: "x@x.example" }] };
  return [
    { ...nobody, route: sign, what: "no sign-off", path: "signatures", body: signature },
    { ...nobody, route: visit, what: "no visit", path: "visits", body: called },
    { ...nobody, route: filledForm, what: "no form", path: "forms/none" },
    { ...nobody, route: acknowledge, what: "no copy", path: "copies/none/1/acknowledgement", body: {} },
    { ...nobody, route: circulate, what: "nothing to send", path: "copies/none", body: notice },
  ];
};

/** Signatures, visits, forms and their copies. */
export const signing = (policy: Policy): readonly Cell[] => [
  ...signatures(policy),
  ...visits(policy),
  ...policy.forms.slice(0, 2).map(({ id }) => ({
    route: caseRoutes.filledForm,
    what: `form ${id}`,
    path: `forms/${id}`,
    may: readersOf(policy),
  })),
  ...copies(policy),
  ...sending(policy),
  ...none(policy),
];
