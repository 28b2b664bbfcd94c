import { accept, refuse } from "../kernel/result.ts";
import type { Act } from "./act.ts";
import { clean } from "./clean.ts";
import { holders, notOfRoles } from "./roles.ts";
import { noteNeeded } from "./sayings.ts";

export type NoteCommand = { readonly do: "note"; readonly text: string };

/** A remark that the customer never sees, by whoever may leave one. */
export const note: Act<NoteCommand> = {
  decide: ({ policy }, _current, { key, text: given }, asked) => {
    const foreign = notOfRoles(policy, asked.by, holders(policy, "note"), []);
    if (foreign !== undefined) return refuse(foreign);
    const text = clean(given, true);
    return text === ""
      ? refuse({ code: "bad-fields", fields: [{ path: "/text", code: "required", says: noteNeeded }], rules: [] })
      : accept([{ type: "noted", ...asked, key, text }]);
  },
  led: (_policy, event, { text }) => event.type === "noted" && event.text === clean(text, true),
};
