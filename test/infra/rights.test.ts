import { describe, expect, test } from "vitest";
import { functionNames } from "../../infra/functions.ts";
import { ofType, placeOf, type Stack, said, templateWith } from "./template.ts";

const stack = templateWith();

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** What the role at a place may do, a line a statement. */
const rights = (of: Stack, place: string): string[] =>
  ofType(of, "AWS::IAM::Policy")
    .filter(([id]) => placeOf(of, id) === `${place}/DefaultPolicy`)
    .flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement)
    .map(({ Effect, Action, Resource }) =>
      [
        Effect,
        ...listed(Action),
        "on",
        ...listed(Resource)
          .map((resource) => said(of, resource))
          .sort(),
      ].join(" "),
    )
    .sort();

const log = (place: string): string => `Allow logs:CreateLogStream logs:PutLogEvents on <${place}/Log.Arn>`;
const objects = (folder: string): string => `<Buckets/Evidence.Arn>/${folder}/*`;

describe("a function may do what its row says, and nothing else", () => {
  test.each([
    {
      why: "the public form files cases, takes a number, sees what the contact filed before, hands out upload tickets and shows copies",
      place: "PublicHttp",
      may: [
        "Allow dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem on <Records.Arn>",
        `Allow s3:GetObject on ${objects("derived")}`,
        `Allow s3:PutObject on ${objects("original")}`,
      ],
    },
    { why: "the interface's description needs nothing", place: "DocsHttp", may: [] },
    {
      why: "the pages do what the public form does",
      place: "PagesHttp",
      may: [
        "Allow dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem on <Records.Arn>",
        `Allow s3:GetObject on ${objects("derived")}`,
        `Allow s3:PutObject on ${objects("original")}`,
      ],
    },
    {
      why: "a customer confirms or signs in their own case, and sees its copies",
      place: "CustomerHttp",
      may: ["Allow dynamodb:GetItem dynamodb:PutItem on <Records.Arn>", `Allow s3:GetObject on ${objects("derived")}`],
    },
    {
      why: "staff see, take in and change cases and look at originals, and change no photo",
      place: "CasesHttp",
      may: [
        "Allow dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem on <Records.Arn>",
        `Allow s3:GetObject on ${["derived", "original", "paper"].map(objects).join(" ")}`,
      ],
    },
    {
      why: "staff look up, list and carry away, and change nothing at all",
      place: "FindHttp",
      may: [
        "Allow dynamodb:GetItem on <Records.Arn>",
        "Allow dynamodb:Query on <Records.Arn> <Records.Arn>/index/ledger <Records.Arn>/index/queue",
      ],
    },
    {
      why: "a file of cases is read, numbered and stored, and nothing else is looked at",
      place: "ImportsHttp",
      may: ["Allow dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem on <Records.Arn>"],
    },
    {
      why: "the clock wakes what is due, and takes away what no longer counts; without a mail domain nobody sends",
      place: "WakeSchedule",
      may: [
        "Allow dynamodb:BatchWriteItem dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem on <Records.Arn>",
        "Allow dynamodb:Query on <Records.Arn>/index/wake",
        "Allow ses:GetSendQuota on *",
      ],
    },
    {
      why: "opinions of a survey become cases: they are filed, numbered and marked, and no photo is looked at",
      place: "OpinionsHttp",
      may: ["Allow dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem on <Records.Arn>"],
    },
    {
      why: "what comes back is put on its record, and its address on the list; nothing is sent or searched",
      place: "MailFeedbackEvent",
      may: [
        "Allow dynamodb:GetItem dynamodb:PutItem on <Records.Arn>",
        "Allow sqs:SendMessage on <MailFeedbackEvent/Lost.Arn>",
      ],
    },
    {
      why: "who looks after data reads and changes records, and can neither see nor remove a photo",
      place: "PrivacyHttp",
      may: ["Allow dynamodb:GetItem dynamodb:PutItem dynamodb:Query on <Records.Arn>"],
    },
    {
      why: "what erases changes and deletes records and removes photos, and can look at none; nothing else can",
      place: "ErasureSchedule",
      may: [
        "Allow dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem on <Records.Arn>",
        "Allow dynamodb:Query on <Records.Arn> <Records.Arn>/index/wake",
        `Allow s3:DeleteObject s3:DeleteObjectVersion on ${["aside", "derived", "original", "paper", "quarantine"].map(objects).join(" ")}`,
        "Allow s3:ListBucketVersions on <Buckets/Evidence.Arn>",
      ],
    },
    {
      why: "the anchor reads what changed and adds a file; it can neither change a record nor delete anything",
      place: "AnchorSchedule",
      may: [
        "Allow dynamodb:GetItem on <Records.Arn>",
        "Allow dynamodb:Query on <Records.Arn>/index/changed",
        "Allow s3:GetObject s3:PutObject on <Buckets/Anchors.Arn>/anchors/*",
        "Allow s3:ListBucket on <Buckets/Anchors.Arn>",
      ],
    },
    {
      why: "digests read everything that is owed, and write none of it: what they put is the digest itself; without a mail domain nobody sends",
      place: "DigestSchedule",
      may: [
        "Allow dynamodb:BatchGetItem dynamodb:GetItem dynamodb:PutItem on <Records.Arn>",
        `Allow dynamodb:Query on <Records.Arn> ${["changed", "ledger", "queue", "wake"].map((index) => `<Records.Arn>/index/${index}`).join(" ")}`,
        "Allow ses:GetSendQuota on *",
      ],
    },
    {
      why: "who looks at a digest changes nothing at all",
      place: "DigestsHttp",
      may: [
        "Allow dynamodb:BatchGetItem dynamodb:GetItem on <Records.Arn>",
        `Allow dynamodb:Query on <Records.Arn> ${["changed", "ledger", "queue"].map((index) => `<Records.Arn>/index/${index}`).join(" ")}`,
      ],
    },
    {
      why: "a mail is read, what it carries is put beside the case or aside, and it is taken away; no photo and no paper can be",
      place: "MailInUpload",
      may: [
        "Allow dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem on <Records.Arn>",
        `Allow s3:DeleteObject s3:DeleteObjectVersion s3:GetObject on ${objects("incoming")}`,
        "Allow s3:ListBucketVersions on <Buckets/Evidence.Arn>",
        `Allow s3:PutObject on ${["aside", "original", "paper"].map(objects).join(" ")}`,
        "Allow sqs:SendMessage on <MailInUpload/Lost.Arn>",
      ],
    },
    {
      why: "a photo is read, copied, put on the record, and the original stays as it came",
      place: "PhotoUpload",
      may: [
        "Allow dynamodb:GetItem dynamodb:PutItem on <Records.Arn>",
        `Allow s3:GetObject on ${objects("original")}`,
        `Allow s3:PutObject on ${objects("derived")} ${objects("quarantine")}`,
        "Allow sqs:SendMessage on <PhotoUpload/Lost.Arn>",
      ],
    },
  ])("$place: $why", ({ place, may }) => {
    expect(rights(stack, `${place}/Role`)).toEqual([...may, log(place)].sort());
  });

  test("with a mail domain the clock may send from it, through the set that watches for bounces", () => {
    const mailing = templateWith({ mailDomain: "mail.example.com" });
    const arn = "arn:aws:ses:<AWS::Region>:<AWS::AccountId>";
    const sends = rights(mailing, "WakeSchedule/Role").filter((line) => line.includes("ses:SendRawEmail"));
    expect(sends.map((line) => line.replaceAll("<AWS::Partition>", "aws"))).toEqual([
      `Allow ses:SendRawEmail on ${arn}:configuration-set/<Mail/Set> ${arn}:identity/<Mail/Sender>`,
    ]);
  });

  test("the schedules may start the one function they are for", () => {
    expect(rights(stack, "Wake/Role")).toEqual(["Allow lambda:InvokeFunction on <WakeSchedule/Function.Arn>"]);
    expect(rights(stack, "AnchorScheduleTimer/Role")).toEqual([
      "Allow lambda:InvokeFunction on <AnchorSchedule/Function.Arn>",
    ]);
  });

  test("no role of ours holds a policy that AWS manages, or one written into it", () => {
    const helpers = /^BucketNotificationsHandler/;
    const schedules = 8; // the minutes of cases, campaigns, visits, inspections, digests and reports, the hours and the days
    const ours = ofType(stack, "AWS::IAM::Role").filter(([id]) => !helpers.test(placeOf(stack, id)));
    expect(ours).toHaveLength(functionNames.length + schedules);
    for (const [, { Properties }] of ours) {
      expect(Properties.ManagedPolicyArns).toBeUndefined();
      expect(Properties.Policies).toBeUndefined();
    }
  });
});
