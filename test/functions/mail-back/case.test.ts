import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wakeCase } from "../../../shared/record/wake.ts";
import { type Filed, plainComplaint } from "../../stack/customer.ts";
import { inside, killed, refTo } from "../../stack/inside.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

/** Mails of cases that come back: the address is left alone, the record says why, and the desk knows. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
});
afterAll(() => demo.close());

const DESK = "after-sales@demo-doors.example";

let customers = 0;
/** Files a case of a customer with an address of their own, and lets its receipt leave. */
const filed = async (email = `customer-${++customers}@dealer.example`): Promise<Filed & { readonly email: string }> => {
  const known = await demo.file(plainComplaint({ contact: { name: "Chen", email, phone: "021-5550 0199" } }));
  await demo.pass("2 minutes");
  return { ...known, email };
};
const receiptTo = async (email: string) =>
  (await demo.mails({ to: email }))[0] ?? expect.unreachable(`none to ${email}`);
const notices = async (about: Filed) =>
  (await demo.mails({ to: DESK, about })).filter(({ subject }) => subject.includes("客户未收到邮件"));
const state = async (known: Filed) =>
  (await demo.as("manager").see(known)).mails.map((mail) => [mail.template, mail.state]);
const told = async (known: Filed) =>
  (await demo.as("manager").see(known)).timeline.filter(({ what }) => what === "The customer did not get a mail");

test("a mailbox that is not there: the record says why, the desk is told, the customer's page says nothing, no further mail goes", async () => {
  await demo.mailFaults({
    back: [
      { to: "gone@dealer.example", is: "Bounce", diagnostic: "smtp; 550 5.1.1 <gone@dealer.example>: no such user" },
    ],
  });
  const known = await filed("gone@dealer.example");
  await demo.mailFaults({});
  await demo.pass("2 minutes");
  expect(await state(known)).toEqual([
    ["acknowledgement", "bounced"],
    ["undelivered", "sent"],
  ]);
  const { mails, timeline } = await demo.as("manager").see(known);
  expect(mails[0]?.detail).toBe("Permanent: General: smtp; 550 5.1.1 … no such user");
  expect(JSON.stringify(timeline), "an address has no place on a timeline").not.toContain("gone@");
  const [notice, ...more] = await notices(known);
  expect(more).toEqual([]);
  expect(notice?.text).toContain("用电话或其他方式告知");
  expect(notice?.text).toContain("550 5.1.1");
  expect(JSON.stringify(await demo.tracking(known))).not.toMatch(/550|did not get/);

  await demo.as("clerk").step(known, "accept");
  await demo.pass("2 minutes");
  expect(await demo.mails({ to: "gone@" }), "nothing more is sent to it").toHaveLength(1);
  const later = (await demo.as("manager").see(known)).mails.find(({ template }) => template === "progress");
  expect(later).toMatchObject({ state: "notSent", detail: expect.stringContaining("bounced at 2026-03-10") });
  expect(await told(known), "the timeline says it of each").toHaveLength(2);
  expect(await notices(known), "the desk is told once").toHaveLength(1);

  const another = await filed("GONE@dealer.example");
  expect(await demo.mails({ to: "gone@" }), "nor from another case, however it is spelt").toHaveLength(1);
  expect(await notices(another), "whose desk is told, too").toHaveLength(1);
});

test("the same bounce twice is one; so are two at the same moment", async () => {
  const known = await filed();
  const event = await demo.tell(await receiptTo(known.email), { is: "Bounce" });
  await demo.settled();
  await Promise.all([1, 2, 3].map(() => demo.invoke("mail-feedback.event", event)));
  await demo.pass("2 minutes");
  expect(await told(known)).toHaveLength(1);
  expect(await notices(known)).toHaveLength(1);
});

test("one that comes before its sender could confirm it stays, and the mail is not sent again", async () => {
  const known = await demo.file(plainComplaint({ contact: { name: "Chen", email: "early@dealer.example" } }));
  await new Promise<void>((dead) => {
    const ports = inside(demo, "unused");
    let saves = 0;
    const save: typeof ports.records.save = (record) => {
      saves += 1; // the first claims the mail, the second would confirm it
      if (saves === 1) return ports.records.save(record);
      dead();
      return killed();
    };
    void wakeCase({ ...ports, records: { ...ports.records, save } }, refTo(demo.org, known.caseId));
  });
  const event = await demo.tell(await receiptTo("early@"), { is: "Bounce" });
  expect(await state(known)).toEqual([["acknowledgement", "claimed"]]);
  await demo.invoke("mail-feedback.event", event);
  expect(await state(known)).toContainEqual(["acknowledgement", "bounced"]);
  await demo.pass("20 minutes");
  expect(await demo.mails({ to: "early@" })).toHaveLength(1);
  expect(await told(known)).toHaveLength(1);
});

describe("what is no reason to stop", () => {
  test("a mailbox that was full for hours: the desk is told, the address stays open", async () => {
    const known = await filed();
    await demo.tell(await receiptTo(known.email), { is: "Bounce", type: "Transient", subType: "MailboxFull" });
    await demo.pass("2 minutes");
    expect(await state(known)).toContainEqual(["acknowledgement", "returned"]);
    expect(await notices(known)).toHaveLength(1);
    await demo.as("clerk").step(known, "accept");
    await demo.pass("2 minutes");
    expect(await demo.mails({ to: known.email })).toHaveLength(2);
  });

  test.each([{ is: "Delivery" }, { is: "Complaint", feedback: "not-spam" }])("%o", async (back) => {
    const known = await filed();
    await demo.tell(await receiptTo(known.email), back);
    await demo.pass("2 minutes");
    expect(await state(known)).toEqual([["acknowledgement", "sent"]]);
    expect(await told(known)).toEqual([]);
  });

  test("one that the mail service did not pass on says so, and the next one goes", async () => {
    const known = await filed();
    await demo.tell(await receiptTo(known.email), { is: "Reject" });
    await demo.pass("2 minutes");
    expect(await state(known)).toContainEqual(["acknowledgement", "rejected"]);
    await demo.as("clerk").step(known, "accept");
    await demo.pass("2 minutes");
    expect(await demo.mails({ to: known.email })).toHaveLength(2);
  });
});

test("a customer who calls our mail unwanted gets no more of it, and the desk knows", async () => {
  const known = await filed();
  await demo.tell(await receiptTo(known.email), { is: "Complaint", feedback: "abuse" });
  await demo.pass("2 minutes");
  expect(await state(known)).toContainEqual(["acknowledgement", "complained"]);
  expect((await notices(known))[0]?.text).toContain("标为垃圾邮件");
  await demo.as("clerk").step(known, "accept");
  await demo.pass("2 minutes");
  expect(await demo.mails({ to: known.email })).toHaveLength(1);
});

test("a mail that the service does not take at all is told to the desk as well", async () => {
  await demo.mailFaults({ reject: [{ to: "refused@" }] });
  const known = await filed("refused@dealer.example");
  await demo.mailFaults({});
  await demo.pass("2 minutes");
  expect(await told(known)).toMatchObject([{ detail: ["The mail service did not take it", expect.any(String)] }]);
  expect(await notices(known)).toHaveLength(1);
});

describe("what cannot be believed", () => {
  const closed = async (email: string): Promise<boolean> => {
    const before = (await demo.mails({ to: email })).length;
    await filed(email);
    return (await demo.mails({ to: email })).length === before;
  };

  test("a bounce that names an address of somebody else closes only what we wrote to", async () => {
    const known = await filed();
    const recipients = ["innocent@dealer.example", "<script>@x", "", "x\r\nBcc: y@z"];
    await demo.tell(await receiptTo(known.email), { is: "Bounce", recipients });
    await demo.settled();
    expect(await closed("innocent@dealer.example")).toBe(false);
    expect(await closed(known.email), "the one it was sent to, which forwards").toBe(true);
  });

  test("a diagnosis is one short line of text, wherever it is shown", async () => {
    const known = await filed();
    const diagnostic = `smtp; 550 <img src=x onerror=alert(1)>\r\nBcc: victim@evil.example\u0000 ${"a".repeat(50_000)}`;
    await demo.tell(await receiptTo(known.email), { is: "Bounce", diagnostic });
    await demo.pass("2 minutes");
    const why = (await demo.as("manager").see(known)).mails[0]?.detail ?? "";
    expect(why.length).toBeLessThanOrEqual(300);
    expect(why).not.toMatch(/\p{Cc}|victim/u);
    const [notice] = await notices(known);
    expect(notice?.html).not.toContain("<img src=x");
    expect(Object.keys(notice?.headers ?? {})).not.toContain("bcc");
  });

  test("mails of another company, of a record that is gone, or of nobody change nothing but what they may", async () => {
    const known = await filed();
    const event = await demo.tell(await receiptTo(known.email), { is: "Delivery" });
    const { detail } = event;
    const { mail } = detail as { mail: { tags: object; destination: string[] } };
    const bounce = {
      bounceType: "Permanent",
      bounceSubType: "General",
      bouncedRecipients: [{ emailAddress: known.email }],
    };
    const say = (tags: object) =>
      demo.invoke("mail-feedback.event", {
        ...event,
        detail: { eventType: "Bounce", bounce, mail: { ...mail, tags } },
      });
    const own = { org: [demo.org], kind: ["case"], record: [known.caseId], mail: ["0-acknowledgement-reporter"] };
    await say({});
    await say({ ...own, org: ["nobody-inc"] });
    await say({ ...own, org: ["#ORG"] });
    expect(await told(known)).toEqual([]);
    expect(await closed(known.email), "nothing of it was this company's").toBe(false);
    await say({ ...own, mail: ["99-closed-reporter"] });
    await say({ ...own, record: [`case_${"0".repeat(26)}`] });
    expect(await told(known)).toEqual([]);
    expect(await closed(known.email), "the address bounced all the same").toBe(true);
    await expect(say("no tags" as unknown as object)).rejects.toThrow();
    await expect.poll(demo.logged).toContain("MAIL_UNKNOWN");
  });
});

test("an address of the house's own is left alone, too, and the log says that a desk reads nothing", async () => {
  const known = await filed();
  await demo.until("2026-03-17T12:00+08:00");
  const [notice] = await demo.mails({ to: "director@demo-doors.example", about: known });
  await demo.tell(notice ?? expect.unreachable("no notice of the breach"), { is: "Bounce" });
  await demo.settled();
  await expect.poll(demo.logged).toContain("DESK_UNREACHABLE");
  const { mails } = await demo.as("manager").see(known);
  expect(mails.some((mail) => mail.state === "bounced")).toBe(true);
  expect(await told(known), "that is not the customer's").toEqual([]);
});
