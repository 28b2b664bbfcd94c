import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { MathExpression, type Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { Alarms, PERIOD } from "./constructs/alarms.ts";
import { Buckets } from "./constructs/buckets.ts";
import { constructId, Duty } from "./constructs/duty.ts";
import { Front } from "./constructs/front.ts";
import type { Supplies } from "./constructs/grants.ts";
import { Api } from "./constructs/http-api.ts";
import { Mail } from "./constructs/mail.ts";
import { onMailBack, watchDesks } from "./constructs/mail-events.ts";
import { MailIn } from "./constructs/mail-in.ts";
import { recordsTable } from "./constructs/records.ts";
import { settingsOf } from "./constructs/settings.ts";
import { sharpLayer } from "./constructs/sharp-layer.ts";
import { Staff } from "./constructs/staff.ts";
import { EveryShard, everyDayAt, everyHour, everyMinute, onUpload, Timer } from "./constructs/triggers.ts";
import { webFiles } from "./constructs/web-files.ts";
import { type FunctionName, functionNames, specOf } from "./functions.ts";

/** The picture of the system: one table, one bucket of evidence, one API behind one address, and the functions between. */
export class AftercareStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id, { description: "Aftercare: complaints, deadlines, evidence, mail" });
    const settings = settingsOf(this.node);
    const alarms = new Alarms(this, "Alarms", settings);

    const table = recordsTable(this, settings);
    const buckets = new Buckets(this, "Buckets", settings);
    const mail = new Mail(this, "Mail", settings);
    const mailIn = new MailIn(this, "MailIn", { ...settings, bucket: buckets.evidence });
    const staff = new Staff(this, "Staff", settings);
    const api = new Api(this, "Api");
    const front = new Front(this, "Front", { ...settings, api: api.http, web: buckets.web, signIn: staff.origin });
    const { authorizer, signIn } = staff.admit(front.address);
    buckets.admit(front.address);

    const supplies: Supplies = {
      table,
      evidence: buckets.evidence,
      anchors: buckets.anchors,
      mail,
      address: front.address,
    };
    const layers = { sharp: sharpLayer(this) };
    const serve = (name: FunctionName): Duty => {
      const duty = new Duty(this, name, supplies, alarms, layers);
      const { lambda } = duty;
      const { trigger } = specOf(name);
      if (trigger.on === "schedule") new EveryShard(this, "Wake", lambda, trigger.rate);
      const timer = (timetable: string) => new Timer(this, `${constructId(name)}Timer`, lambda, timetable);
      if (trigger.on === "minutely") timer(everyMinute);
      if (trigger.on === "hourly") timer(everyHour);
      if (trigger.on === "daily") timer(everyDayAt(trigger.at));
      if (trigger.on === "mailBack") onMailBack(this, duty, mail.configurationSetName);
      if (trigger.on === "upload") onUpload(buckets.evidence, lambda, trigger.prefix);
      return duty;
    };
    const all = <T>(of: (name: FunctionName) => T) =>
      Object.fromEntries(functionNames.map((name) => [name, of(name)])) as Record<FunctionName, T>; // one for each name
    const duties = all(serve);
    const lambdas = all<IFunction>((name) => duties[name].lambda);
    api.serve(
      {
        public: lambdas["public.http"],
        registers: lambdas["registers.http"],
        docs: lambdas["docs.http"],
        pages: lambdas["pages.http"],
        customer: lambdas["customer.http"],
        cases: lambdas["cases.http"],
        find: lambdas["find.http"],
        imports: lambdas["imports.http"],
        privacy: lambdas["privacy.http"],
        survey: lambdas["survey.http"],
        campaigns: lambdas["campaigns.http"],
        opinions: lambdas["opinions.http"],
        customers: lambdas["customers.http"],
        visits: lambdas["visits.http"],
        inspections: lambdas["inspections.http"],
        reports: lambdas["reports.http"],
        look: lambdas["look.http"],
        digests: lambdas["digests.http"],
        kpis: lambdas["kpis.http"],
      },
      authorizer,
      alarms,
    );
    watchSilence(alarms, lambdas["wake.schedule"]);
    watchDesks(alarms, [duties["wake.schedule"].log, duties["mail-feedback.event"].log]);
    watchAnchors(alarms, lambdas["anchor.schedule"]);
    watchTable(alarms, table);
    if (settings.web !== undefined) webFiles(this, settings.web, buckets.web, signIn);

    const say = (name: string, value: string): CfnOutput => new CfnOutput(this, name, { value });
    say("Address", front.address);
    say("ConsoleAddress", `${front.address}/console/`);
    say("ApiAddress", api.http.apiEndpoint);
    say("TableName", table.tableName);
    say("EvidenceBucket", buckets.evidence.bucketName);
    say("AnchorBucket", buckets.anchors.bucketName);
    say("WebBucket", buckets.web.bucketName);
    say("StaffIssuer", signIn.issuer);
    say("StaffClient", signIn.clientId);
    say("MailFrom", settings.mailDomain ?? "nobody: no mail leaves until the context says mailDomain");
    say("MailTo", mailIn.mx ?? "nobody: no mail comes in until the context says mailDomain");
    say("MailRules", mailIn.ruleSetName);
    for (const [n, { name, value }] of mail.dkimRecords.entries()) say(`MailProof${n + 1}`, `${name} CNAME ${value}`);
  }
}

/** Nothing fails when nothing runs: the schedules are watched by their silence. */
function watchSilence(alarms: Alarms, wake: IFunction): void {
  alarms.add({
    name: "wake-silent",
    metric: wake.metricInvocations({ period: PERIOD, statistic: "Sum" }),
    lessThan: 1,
    periods: 3,
    says: "The schedules have not woken anything for 15 minutes.",
    impact: specOf("wake.schedule").impact,
  });
}

function watchAnchors(alarms: Alarms, anchor: IFunction): void {
  alarms.add({
    name: "anchor-silent",
    metric: anchor.metricInvocations({ period: Duration.days(1), statistic: "Sum" }),
    lessThan: 1,
    periods: 2,
    says: "No anchor has been written for two days.",
    impact: specOf("anchor.schedule").impact,
  });
}

function watchTable(alarms: Alarms, table: TableV2): void {
  const events = { reads: "ReadThrottleEvents", writes: "WriteThrottleEvents" } as const;
  const metric = (name: string): Metric => table.metric(name, { statistic: "Sum", period: PERIOD });
  alarms.add({
    name: "table-throttled",
    metric: new MathExpression({
      // A metric without data would make the sum one, too.
      expression: "FILL(reads, 0) + FILL(writes, 0)",
      label: "requests that the table refused",
      usingMetrics: { reads: metric(events.reads), writes: metric(events.writes) },
      period: PERIOD,
    }),
    atLeast: 1,
    says: "The table refuses requests: more is asked of one key than it can answer.",
    impact: "Complaints are filed and answered late or not at all, and reminders are late.",
  });
}
