import { command, listCases, showCase } from "../shared/runtime/desk.ts";
import { http } from "../shared/runtime/http.ts";
import { reply } from "../shared/runtime/reply.ts";
import { photosPort, tableDeps } from "../shared/runtime/wiring.ts";

const desk = { ...tableDeps(), photos: photosPort() };

/** What staff see and do. */
export const handler = http<"cases">({
  cases: async ({ params, query, event, locale }) =>
    reply("cases", await listCases(desk, params.org, query, event, locale), locale),
  case: (input) => showCase(desk, input),
  step: (input) => command(desk, "step", input, { do: "step", step: input.params.step, answers: input.body }),
  note: (input) => command(desk, "note", input, { do: "note", text: input.body.text }),
  requestExtension: (input) => command(desk, "requestExtension", input, { do: "requestExtension", ...input.body }),
  decideExtension: (input) =>
    command(desk, "decideExtension", input, {
      do: "decideExtension",
      extension: input.params.extension,
      ...input.body,
    }),
  recordException: (input) => command(desk, "recordException", input, { do: "recordException", ...input.body }),
  decideException: (input) =>
    command(desk, "decideException", input, {
      do: "decideException",
      exception: input.params.exception,
      ...input.body,
    }),
});
