import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import type { Route } from "../api/routes/routes.ts";
import type { Command } from "../case/decide.ts";
import type { CaseId, OrgId } from "../kernel/ids.ts";
import { command, type Desk } from "./desk.ts";
import type { Input } from "./http.ts";

type Doing<K extends Command["do"]> = Extract<Command, { do: K }>;

/** What path and body of a route say, without whose case it is. */
type Told<R extends Route> = Omit<z.infer<R["params"]>, "org" | "caseId"> &
  (R extends { body: infer B extends z.ZodType } ? z.infer<B> : unknown);

/** A route that says exactly what a command needs; of any other the row does not compile. */
type Fit<K extends Command["do"], R extends Route> = Told<R> extends Omit<Doing<K>, "do" | "key"> ? R : never;

/** The handler of a route whose command is its name with what path and body say. */
export const obeying =
  (desk: Desk) =>
  <K extends Command["do"], R extends Route>(does: K, route: Fit<K, R>) =>
  (input: Input<R>): Promise<APIGatewayProxyStructuredResultV2> => {
    const { org, caseId, ...named } = input.params as { org: OrgId; caseId: CaseId }; // every route below a case has both
    const asked = { do: does, ...named, ...(input.body as object | undefined) } as Doing<K>; // `Fit` has compared them
    return command(desk, route, { ...input, params: { org, caseId } }, asked);
  };
