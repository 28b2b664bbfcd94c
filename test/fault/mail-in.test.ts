import { S3Client } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishedPolicy } from "../../infra/policy/published.ts";
import { CaseList } from "../../shared/api/list-view.ts";
import { bucketMailBox } from "../../shared/aws/mailed.ts";
import { sesMailer } from "../../shared/aws/mailer.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import { tableSenders } from "../../shared/aws/senders.ts";
import { tableSuppressions } from "../../shared/aws/suppressions.ts";
import { caseAddress } from "../../shared/mail/incoming/thread.ts";
import { type MailPort, takeMail } from "../../shared/runtime/mail-in.ts";
import { complaint } from "../fixtures/cases.ts";
import { mail } from "../fixtures/mails/mails.ts";
import { PUBLICATION } from "../fixtures/worlds.ts";
import { must } from "../stack/call.ts";
import { type Evidence, evidence, evidenceOf } from "../stack/evidence.ts";
import { inside } from "../stack/inside.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { life, mortal } from "./mortal.ts";

/** The function that reads mail, killed after its first write, its second and so on, and told of the mail again. */
const TAXI = "taxi-service-quality";
const INBOX = "service@demo-doors.example";
/** SES's own folder would start the stack's function beside ours. */
const FOLDER = "mail-by-hand/";

/** What reads mail, on a life of so many writes: of the table, of the bucket and of letters alike. */
const portOf = (demo: TestStack, bucket: string, writes: number): MailPort => {
  const { client, table } = demo.demo;
  const { env, endpoints } = demo.stack;
  const common = {
    region: env.AWS_REGION ?? "",
    credentials: { accessKeyId: env.AWS_ACCESS_KEY_ID ?? "", secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? "" },
  };
  const spend = life(writes);
  const dying = mortal(client, spend);
  const orgs = tableOrgs(dying, table);
  const box = bucketMailBox(new S3Client({ ...common, endpoint: endpoints.s3, forcePathStyle: true }), bucket);
  const mailer = sesMailer(new SESClient({ ...common, endpoint: endpoints.ses }), "any");
  return {
    ...{ orgs, records: tableRecords(dying, table, orgs), now: inside(demo, bucket).now },
    box: {
      read: box.read,
      put: (...what) => spend(() => box.put(...what)),
      remove: (key) => spend(() => box.remove(key)),
    },
    senders: tableSenders(dying, table, orgs),
    suppressions: tableSuppressions(dying, table, orgs),
    mailer: { ...mailer, send: (one) => spend(() => mailer.send(one)) },
    publicUrl: demo.url,
    senderMark: async () => "sender",
  };
};

const LONG = 1_000_000;

/** What SES writes on top of a mail that it has looked through. */
const SCANNED = "X-SES-Spam-Verdict: PASS\r\nX-SES-Virus-Verdict: PASS\r\n";
const lay = (store: Evidence, key: string, raw: Uint8Array): Promise<void> =>
  store.put(key, Buffer.concat([Buffer.from(SCANNED), raw]));

/** Hands a mail over until it is taken: each process dies one write later than the last. @returns how many died. */
const dieThrough = async (demo: TestStack, store: Evidence, raw: Uint8Array, name: string): Promise<number> => {
  const key = `${FOLDER}${name}`;
  await lay(store, key, raw);
  for (let writes = 1; ; writes += 1) {
    const took = await takeMail(portOf(demo, store.bucket, writes), key).catch(() => undefined);
    if (took !== undefined) return writes - 1;
  }
};

/** Kills it once, at its nth write, and hands the mail over again, twice. @returns whether it died at all. */
const dieOnce = async (demo: TestStack, store: Evidence, raw: Uint8Array, name: string, nth: number) => {
  const key = `${FOLDER}${name}`;
  await lay(store, key, raw);
  const took = await takeMail(portOf(demo, store.bucket, nth), key).catch(() => undefined);
  for (const _ of [1, 2]) await takeMail(portOf(demo, store.bucket, LONG), key);
  await demo.settled();
  return took === undefined;
};

describe("a mail to a case", () => {
  const contact = { name: "Chen Hua", email: "chen@riverside.example" };
  let demo: TestStack;
  let store: Evidence;
  beforeAll(async () => {
    demo = await openTest({ at: "2026-03-10T09:30+08:00" });
    store = await evidenceOf(demo, await demo.file(complaint()));
  });
  afterAll(async () => {
    store.close();
    await demo.close();
  });

  const filed = () => demo.file(complaint({ contact, damages: [{ place: "x", packaging: "intact" }] }));
  const received = async (known: Awaited<ReturnType<typeof filed>>) => {
    await demo.pass("2 minutes");
    const { received: mails, photos } = await demo.as("manager").see(known);
    const letters = (await demo.mails({ to: "after-sales@", about: known })).filter(({ subject }) =>
      subject.includes("来信"),
    );
    const { org } = demo;
    const papers = await store.keys(`paper/${org}/${known.caseId}/`);
    return { mails: mails.length, photos: photos.length, letters: letters.length, papers: papers.length };
  };

  test("is there once with all its files, wherever the one who read it was killed", async () => {
    const whole = await filed();
    const raw = (to: string) => mail("nested", { from: contact.email, to: caseAddress(INBOX, to) ?? "" });
    expect(await dieOnce(demo, store, raw(whole.caseId), "whole", LONG)).toBe(false);
    const expected = await received(whole);
    expect(expected).toMatchObject({ mails: 1, photos: 1, letters: 1 });
    expect(expected.papers).toBeGreaterThan(2);
    for (let nth = 1; ; nth += 1) {
      const known = await filed();
      const died = await dieOnce(demo, store, raw(known.caseId), `once-${nth}`, nth);
      expect(await received(known), `killed at write ${nth}`).toEqual(expected);
      if (!died) break;
      expect(nth).toBeLessThan(20);
    }
    expect(await store.keys(FOLDER), "and none is left where it came in").toEqual([]);
  });

  test("is there once though every process that reads it dies, each a little later", async () => {
    const known = await filed();
    const raw = mail("nested", { from: contact.email, to: caseAddress(INBOX, known.caseId) ?? "" });
    expect(await dieThrough(demo, store, raw, "through")).toBeGreaterThan(5);
    await demo.settled();
    expect(await received(known)).toMatchObject({ mails: 1, photos: 1, letters: 1 });
  });

  test("two mails are both there, whichever is read first", async () => {
    const known = await filed();
    const to = caseAddress(INBOX, known.caseId) ?? "";
    const [first, second] = [
      mail("html-only", { from: contact.email, to }),
      mail("reply-alternative", { from: contact.email, to }),
    ];
    await store.put(`${FOLDER}b`, second);
    await store.put(`${FOLDER}a`, first);
    for (const key of ["b", "a", "a", "b"]) await takeMail(portOf(demo, store.bucket, LONG), `${FOLDER}${key}`);
    expect(await received(known)).toMatchObject({ mails: 2 });
  });
});

describe("a mail that begins a case", () => {
  let demo: TestStack;
  let store: Evidence;
  beforeAll(async () => {
    demo = await openTest({ at: "2026-04-06T09:30+08:00", policies: [TAXI] });
    const { source, ref } = publishedPolicy(TAXI) ?? expect.unreachable();
    const written = source as { intake: object };
    const byMail = { ...written, version: 2, intake: { ...written.intake, channels: ["web", "phone", "mail"] } };
    const version = { ...ref, version: 2, hash: "by-mail" };
    const orgs = tableOrgs(demo.demo.client, demo.demo.table);
    await orgs.publish("demo-doors", version, byMail, PUBLICATION);
    const org = (await orgs.org("demo-doors")) ?? expect.unreachable();
    await orgs.putOrg({ ...org, policies: [{ ref: version, effectiveFrom: "2026-01-01" }, ...org.policies] });
    const [, Bucket = ""] =
      Object.entries(demo.stack.resources).find(([id]) => /^BucketsEvidence[0-9A-F]{8}$/.test(id)) ?? [];
    store = evidence(demo.stack, `http://x/${Bucket}`);
  });
  afterAll(async () => {
    store.close();
    await demo.close();
  });

  const queue = async () => CaseList.parse(must(await demo.as("operations").get("/cases"), 200).body).items;

  test("begins one, with the mail and its files, wherever the one who read it was killed", async () => {
    for (let nth = 1; ; nth += 1) {
      const before = new Set((await queue()).map(({ caseId }) => caseId));
      const raw = mail("nested", { from: `lin-${nth}@mail.example`, to: INBOX });
      const died = await dieOnce(demo, store, raw, `new-${nth}`, nth);
      await demo.pass("2 minutes");
      const begun = (await queue()).filter(({ caseId }) => !before.has(caseId));
      expect(begun, `killed at write ${nth}`).toHaveLength(1);
      const seen = await demo.as("operations").see({ caseId: begun[0]?.caseId ?? "" });
      expect([seen.received.length, seen.photos.length], `killed at write ${nth}`).toEqual([1, 1]);
      expect(await demo.mails({ to: `lin-${nth}@mail.example` })).toHaveLength(1);
      if (!died) break;
      expect(nth).toBeLessThan(25);
    }
  });
});
