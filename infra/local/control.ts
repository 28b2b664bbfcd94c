import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { type Clock, parseInstant } from "./clock.ts";
import { durationMs } from "./durations.ts";
import { FaultRequest, type Faults } from "./faults.ts";
import type { LocalFunction } from "./lambda.ts";
import type { Oidc } from "./oidc.ts";
import { readBody, sendJson } from "./server.ts";
import type { Timekeeper } from "./timekeeper.ts";

const ClockRequest = z.union([
  z.strictObject({ advance: z.string(), every: z.boolean().default(false) }),
  z.strictObject({ to: z.string(), every: z.boolean().default(false) }),
]);
const TokenRequest = z.strictObject({ sub: z.string(), client: z.string().optional() });
const InvokeRequest = z.strictObject({ function: z.string(), event: z.unknown() });

export interface ControlOptions {
  readonly index: () => unknown;
  readonly inboxUrl: string;
  readonly clock: Clock;
  readonly timekeeper: Timekeeper;
  readonly faults: Faults;
  readonly functions: ReadonlyMap<string, LocalFunction>;
  readonly oidc: Oidc;
}

/** The instant that a request to the clock means, in ms. @throws Error in a sentence when it says none. */
export function clockTarget(asked: { advance: string } | { to: string }): (now: number) => number {
  if ("to" in asked) {
    const target = parseInstant(asked.to);
    return () => target;
  }
  const amount = durationMs(asked.advance);
  if (amount === undefined)
    throw new Error(`"${asked.advance}" is no duration: write for example 3 days, 90 minutes, 1 week`);
  return (now) => now + amount;
}

/** Everything below `/_local/` but the sign-in pages: how people and tests steer the machine. */
export function createControl(
  options: ControlOptions,
): (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void> {
  const { clock, timekeeper, faults } = options;
  const known = (name: string) => name === "*" || options.functions.has(name);

  async function route(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const body = async (): Promise<unknown> =>
      JSON.parse((await readBody(request, 8 * 1024 * 1024))?.toString() || "{}");
    switch (`${request.method} ${path}`) {
      case "GET /":
      case "GET ":
        return sendJson(response, 200, options.index());
      case "GET /inbox":
        return void response.writeHead(302, { location: options.inboxUrl }).end();
      case "GET /clock":
        return sendJson(response, 200, { now: clock.iso() });
      case "POST /clock": {
        const asked = ClockRequest.parse(await body());
        return sendJson(response, 200, await timekeeper.advance(clockTarget(asked), asked.every));
      }
      case "GET /faults":
        return sendJson(response, 200, faults.list());
      case "PUT /faults": {
        const asked = FaultRequest.parse(await body());
        if (!known(asked.function)) return sendJson(response, 404, { message: `no function ${asked.function}` });
        faults.set(asked);
        return sendJson(response, 200, faults.list());
      }
      case "DELETE /faults":
        faults.clear();
        return sendJson(response, 200, []);
      case "POST /invoke": {
        const asked = InvokeRequest.parse(await body());
        const target = options.functions.get(asked.function);
        if (target === undefined) return sendJson(response, 404, { message: `no function ${asked.function}` });
        return sendJson(response, 200, { result: await target.invoke(asked.event ?? {}) });
      }
      case "POST /token": {
        const { sub, client } = TokenRequest.parse(await body());
        const tokens = await options.oidc.tokensFor(sub, client);
        return tokens
          ? sendJson(response, 200, tokens)
          : sendJson(response, 404, { message: `nobody has the sub ${sub}` });
      }
      default:
        return sendJson(response, 404, { message: "not found; see /_local/" });
    }
  }

  return async (request, response, path) => {
    try {
      await route(request, response, path);
    } catch (error) {
      const message =
        error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
      sendJson(response, error instanceof Error && error.name === "InvocationError" ? 502 : 400, { message });
    }
  };
}
