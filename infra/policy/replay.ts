import { existsSync, readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { documents } from "../../shared/aws/documents.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import { type Replay, replay } from "../../shared/case/replay.ts";
import { Instant } from "../../shared/kernel/instant.ts";
import { accept, type Result, refuse } from "../../shared/kernel/result.ts";
import { isError } from "../../shared/policy/problem.ts";
import { monthsFrom, pastCases } from "../../shared/record/past.ts";
import { now } from "../../shared/runtime/now.ts";
import { type Argv, option } from "./argv.ts";
import { type Answer, calendarNamed } from "./ask.ts";
import { readPolicy } from "./read.ts";

const Index = z.object({
  endpoints: z.object({ dynamodb: z.url() }),
  tables: z.record(z.string(), z.string()),
  now: Instant,
});

type Place = { readonly client: DynamoDBDocumentClient; readonly table: string; readonly now: Instant };

/** The table of the stack on this machine, which says where it is. */
const localPlace = async (address: string): Promise<Result<Place, string>> => {
  const answered = await fetch(new URL("/_local/", address)).catch(() => undefined); // said in the next line
  if (answered === undefined) return refuse(`nothing answers at ${address}; start it with npm start, or say --table`);
  const { endpoints, tables, now: time } = Index.parse(await answered.json());
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint: endpoints.dynamodb, region: "us-east-1", credentials });
  return accept({ client: DynamoDBDocumentClient.from(client), table: Object.values(tables)[0] ?? "", now: time });
};

const placeOf = async (argv: Argv): Promise<Result<Place, string>> => {
  const table = option(argv, "table");
  if (table !== undefined) return accept({ client: documents(), table, now: now() });
  return localPlace(option(argv, "local") ?? "http://localhost:3000");
};

const Month = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The months asked for; without any, the twelve up to this one. */
const monthsOf = (argv: Argv, time: Instant): Result<readonly string[], string> => {
  const [year = 0, month = 1] = time.split("-").map(Number);
  const to = option(argv, "to") ?? `${year}-${String(month).padStart(2, "0")}`;
  const from = option(argv, "from") ?? `${year - 1}-${String(month).padStart(2, "0")}`;
  for (const said of [from, to]) if (!Month.test(said)) return refuse(`"${said}" is no month; write it like 2026-03`);
  return accept(monthsFrom(from, to));
};

const shown = ({ shifts, ...counts }: Replay) => ({
  ...counts,
  shifts: shifts.slice(0, 200),
  shiftsNotShown: Math.max(0, shifts.length - 200),
});

/**
 * `policy replay <file> --org <org> [--from 2025-12] [--to 2026-11] [--local http://localhost:3000 | --table <name>]`:
 * what a draft would have changed on the past cases of a company. Reads, and writes nothing.
 */
export const replayDraft = async (argv: Argv): Promise<Answer> => {
  const [file = ""] = argv.words;
  const org = option(argv, "org");
  if (org === undefined) return refuse("say whose cases: --org <org>");
  if (!existsSync(file)) return refuse(`there is no file ${file}`);
  const { policy, problems } = readPolicy(readFileSync(file, "utf8"));
  const wrong = problems.find(isError) ?? (policy === undefined ? problems[0] : undefined);
  if (policy === undefined || wrong !== undefined) return refuse(`${file}: ${wrong?.says ?? "it is no policy"}`);
  const calendar = calendarNamed(policy.calendar.holidays);
  if (!calendar.ok) return calendar;
  const place = await placeOf(argv);
  if (!place.ok) return place;
  const { client, table, now: time } = place.value;
  const months = monthsOf(argv, time);
  if (!months.ok) return months;
  const orgs = tableOrgs(client, table);
  const company = await orgs.org(org);
  if (company === undefined) return refuse(`there is no company "${org}" in that table`);
  const asked = { org: company.id, policy: policy.id, months: months.value };
  const past = await pastCases({ orgs, records: tableRecords(client, table, orgs) }, asked);
  return accept({
    policy: policy.id,
    draft: policy.version,
    org,
    ...shown(replay(past, { policy, calendar: calendar.value }, time)),
  });
};
