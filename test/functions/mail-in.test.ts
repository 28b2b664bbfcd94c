import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseAddress } from "../../shared/mail/incoming/thread.ts";
import { complaint } from "../fixtures/cases.ts";
import { type Filling, mail } from "../fixtures/mails/mails.ts";
import { type Filed, plainComplaint } from "../stack/customer.ts";
import { type Evidence, evidenceOf } from "../stack/evidence.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

/** Mail that belongs to a case: whose it is, what is kept of it, who hears of it, and the same mail again. */
const INBOX = "service@demo-doors.example";
const CUSTOMER = "Chen Hua <CHEN@Riverside.example>";
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

const to = ({ caseId }: Pick<Filed, "caseId">): string => caseAddress(INBOX, caseId) ?? "";
const drop = async (name: string, filling: Filling): Promise<string[]> => {
  const keys = await demo.drop(mail(name, filling));
  await demo.settled();
  return keys;
};
const event = (key: string) => ({ Records: [{ s3: { object: { key, size: 1 } } }] });
const lines = async (filed: Filed) =>
  (await demo.as("clerk").see(filed)).timeline.filter(({ what }) => what.startsWith("Mail from"));
/** What became of a mail, asked once more. */
const becameOf = ([key = ""]: readonly string[]) => demo.invoke("mail-in.upload", event(key));

describe("whose a mail is", () => {
  test("an answer to a letter of ours is the customer's word, in GB18030 behind the label of gb2312", async () => {
    const filed = await demo.file(plainComplaint({ contact }));
    await demo.pass("2 minutes");
    const [letter] = await demo.mails({ to: contact.email, about: filed });
    expect(letter?.headers["reply-to"]).toBe(to(filed));
    await drop("reply-gbk", { from: CUSTOMER, to: INBOX, answers: letter?.messageId ?? "" });
    const [line, ...others] = await lines(filed);
    expect([line?.what, others]).toEqual(["Mail from the customer", []]);
    expect(line?.detail).toEqual([
      "Chen Hua <CHEN@Riverside.example>",
      "回复：投诉已收到",
      expect.stringContaining("㛃先生与𠮷先生"),
    ]);
    expect(line?.detail.join("\n"), "what it repeats is folded away").not.toContain("原始邮件");
    const own = (await demo.tracking(filed)).timeline.filter(({ what }) => what === "Your mail has arrived");
    expect(own.map(({ detail }) => detail)).toEqual([["回复：投诉已收到"]]);
  });

  test("a mail to the case's address needs no answer to anything; the desk whose case it is hears of it", async () => {
    const filed = await demo.file(plainComplaint({ contact }));
    await drop("reply-alternative", { from: CUSTOMER, to: to(filed) });
    await demo.pass("2 minutes");
    const [told] = (await demo.mails({ to: "after-sales@", about: filed })).filter(({ subject }) =>
      subject.includes("来信"),
    );
    expect(told?.subject).toMatch(/^\[\S+\] 客户来信，.*\d{4}年\d+月\d+日/);
    expect(told?.text).toContain("Re: Complaint received");
    expect(told?.text).toContain("50 % of the panels are bent");
    expect(told?.text).not.toContain("Promised: Fri");
  });

  test("what anybody else writes is a note with who wrote: nothing of the customer's, and they do not see it", async () => {
    const filed = await demo.file(plainComplaint({ contact }));
    await drop("html-only", { from: "Somebody <else@mail.example>", to: to(filed) });
    const [line] = await lines(filed);
    expect(line?.what).toBe("Mail from somebody else");
    expect(line?.detail).toEqual(["Somebody <else@mail.example>", "补充", "门锁 也坏了 <左侧> 🚪\n\n请回电。"]);
    expect(JSON.stringify(await demo.tracking(filed))).not.toContain("门锁");
  });

  test("a sender who is known not to be whom the mail names is not the customer", async () => {
    const filed = await demo.file(plainComplaint({ contact }));
    const head = ["Authentication-Results: amazonses.com; spf=fail; dmarc=fail header.from=riverside.example"];
    await drop("html-only", { from: CUSTOMER, to: to(filed), head });
    expect((await lines(filed)).map(({ what }) => what)).toEqual(["Mail from somebody else"]);
  });

  test("staff find a case by what was written to it", async () => {
    const filed = await demo.file(plainComplaint({ contact }));
    await drop("html-only", { from: CUSTOMER, to: to(filed) });
    await demo.pass("2 minutes");
    const found = await demo.as("clerk").get(`/cases/search?q=${encodeURIComponent("门锁")}`);
    expect(found.text).toContain(filed.caseId);
  });
});

describe("what a mail carries", () => {
  test("the customer's photo is evidence as if uploaded; papers are kept, the rest is refused and says why", async () => {
    const damages = [{ place: "x", packaging: "intact" }];
    const filed = await demo.file(complaint({ contact, damages }));
    await drop("nested", { from: CUSTOMER, to: to(filed) });
    const { photos, evidence: read } = await demo.tracking(filed);
    expect(photos).toMatchObject([{ damage: 1, state: "kept" }]);
    expect(read.items).toMatchObject([{ have: 1 }]);
    const [line] = await lines(filed);
    expect(line?.detail.slice(3)).toEqual([
      "logo.gif: refused: a small picture of the mail's own layout",
      "门板.jpg: taken as a photo",
      "winmail.dat: kept as a paper",
      "panels.zip: kept as a paper",
      "invoice.pdf.exe: refused: a program is not kept",
      "../../etc/list.txt: kept as a paper",
      "nothing.pdf: refused: the file is empty",
    ]);
    const papers = await store.keys(`paper/demo-doors/${filed.caseId}/`);
    expect(papers, "three files, and the mail as it came").toHaveLength(4);
    for (const key of papers) expect(key).toMatch(/^paper\/demo-doors\/case_\w+\/paper_[0-9a-z]{26}$/);
  });

  test("of several damages a photo shows none: it lies with the case, counts for no damage, and the desk is told to ask", async () => {
    const damages = ["left", "right"].map((place) => ({ place, packaging: "intact" }));
    const filed = await demo.file(complaint({ contact, damages }));
    await drop("nested", { from: CUSTOMER, to: to(filed) });
    const { photos, evidence: read } = await demo.tracking(filed);
    expect(photos).toMatchObject([{ damage: 0, state: "kept" }]);
    expect(read.items.map(({ have }) => have)).toEqual([0, 0]);
    expect((await lines(filed))[0]?.detail).toContainEqual(
      expect.stringMatching(/^门板\.jpg: taken as a photo of the case as a whole: .* counts for none/),
    );
    await demo.pass("35 minutes");
    const letters = await demo.mails({ to: "after-sales@", about: filed });
    expect(letters.map(({ text }) => text).join()).toContain("不计入任何一处");
    const asked = (await demo.mails({ to: contact.email, about: filed })).map(({ subject }) => subject).join();
    expect(asked, "and the customer is asked for what is missing").toMatch(/photo|照片/i);
  });

  test("nobody else's photo is evidence: it is a paper", async () => {
    const filed = await demo.file(complaint({ contact }));
    await drop("nested", { from: "else@mail.example", to: to(filed) });
    expect((await demo.tracking(filed)).photos).toEqual([]);
    expect((await lines(filed))[0]?.detail).toContain("门板.jpg: kept as a paper");
  });

  test("staff open a paper by a link that makes no page of it", async () => {
    const filed = await demo.file(complaint({ contact }));
    await drop("nested", { from: CUSTOMER, to: to(filed) });
    const { received } = await demo.as("clerk").see(filed);
    expect(received).toMatchObject([{ own: true, subject: "照片与清单 📷", text: "照片见附件。" }]);
    const zip = received[0]?.files.find(({ name }) => name === "panels.zip");
    const answer = await fetch(zip?.link ?? "");
    expect([answer.status, answer.headers.get("content-disposition")]).toEqual([200, "attachment"]);
    expect((await answer.arrayBuffer()).byteLength).toBe(22);
    expect(JSON.stringify(await demo.tracking(filed))).not.toContain("/paper/");
  });
});

describe("hostile and broken mail", () => {
  test("empty: kept as it is", async () => {
    const filed = await demo.file(plainComplaint({ contact }));
    await drop("empty", { from: CUSTOMER, to: to(filed) });
    expect((await lines(filed)).map(({ detail }) => detail)).toEqual([["Chen Hua <CHEN@Riverside.example>"]]);
  });

  test("NUL, right to left, emoji, a header in the subject: nothing gets out of its line", async () => {
    const filed = await demo.file(plainComplaint({ contact }));
    await drop("odd-characters", { from: CUSTOMER, to: to(filed) });
    const [line] = await lines(filed);
    expect(line?.detail.join("\n")).not.toContain("\0");
    expect(line?.detail.join("\n")).toContain("مرحبا");
    expect(line?.detail.join("\n")).toContain("👩‍🔧");
    await demo.pass("2 minutes");
    const [told] = (await demo.mails({ to: "after-sales@", about: filed })).filter(({ subject }) =>
      subject.includes("来信"),
    );
    expect(told?.headers.bcc).toBeUndefined();
    expect(told?.html).not.toContain("<script>alert");
    expect(told?.html).not.toContain("\u202e");
  });

  test("a mail of a megabyte keeps its beginning in the case and all of it among the papers", async () => {
    const filed = await demo.file(plainComplaint({ contact }));
    const long = Buffer.concat([
      mail("html-only", { from: CUSTOMER, to: to(filed) }).subarray(0, 0),
      Buffer.from(
        `From: ${CUSTOMER}\r\nTo: ${to(filed)}\r\nMessage-ID: <long@mail.example>\r\nSubject: long\r\n\r\n${"字".repeat(350_000)}`,
      ),
    ]);
    await demo.drop(long);
    await demo.settled();
    const { received } = await demo.as("clerk").see(filed);
    expect(received[0]?.text).toHaveLength(20_000);
    expect(received[0]?.cut).toBe(true);
    const whole = await fetch(received[0]?.original ?? "");
    expect((await whole.arrayBuffer()).byteLength).toBeGreaterThan(1_000_000);
  });

  test("parts nested three hundred deep are no mail: a line in the log, and nothing is tried again", async () => {
    const filed = await demo.file(plainComplaint({ contact }));
    const nest = Array.from(
      { length: 300 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    ).join("");
    const raw = Buffer.from(`From: ${CUSTOMER}\r\nTo: ${to(filed)}\r\nMIME-Version: 1.0\r\n${nest}`);
    expect(await becameOf(await demo.drop(raw))).toEqual(["unreadable"]);
    expect(await lines(filed)).toEqual([]);
  });

  test.each([
    ["a virus", ["X-SES-Virus-Verdict: FAIL"], "virus"],
    ["an answer of a machine", ["Auto-Submitted: auto-replied"], "auto-submitted"],
    ["a bounce", ["Return-Path: <>"], "empty-return-path"],
    ["a mailing list", ["List-Id: <all.mail.example>"], "list"],
  ])("%s is not kept, and the log says so without a word of it", async (_why, head, is) => {
    const filed = await demo.file(plainComplaint({ contact }));
    const before = demo.logged().length;
    await drop("html-only", { from: CUSTOMER, to: to(filed), head });
    await expect.poll(() => demo.logged().slice(before)).toMatch(new RegExp(`MAIL_IN.*"is":"${is}"`));
    expect(await lines(filed)).toEqual([]);
    expect(demo.logged()).not.toContain("CHEN@Riverside.example");
  });

  test("spam: the customer's own is kept with a warning and without its files, anybody else's is not", async () => {
    const filed = await demo.file(plainComplaint({ contact }));
    const head = ["X-SES-Spam-Verdict: FAIL"];
    await drop("nested", { from: CUSTOMER, to: to(filed), head });
    await drop("html-only", { from: "else@mail.example", to: to(filed), head });
    const kept = await lines(filed);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.detail[0]).toBe("Taken for spam by the mail service");
    expect(kept[0]?.detail).toContain("panels.zip: refused: the mail service takes the mail for spam");
  });

  test("a sender who writes again and again is heard twenty times an hour", async () => {
    const filed = await demo.file(plainComplaint({ contact }));
    const from = "robot@mail.example";
    for (let n = 0; n < 22; n += 1) {
      await demo.drop(
        Buffer.from(`From: ${from}\r\nTo: ${to(filed)}\r\nMessage-ID: <${n}@mail.example>\r\n\r\nagain ${n}`),
      );
    }
    await demo.settled();
    expect(await lines(filed)).toHaveLength(20);
    await demo.pass("61 minutes");
    await demo.drop(Buffer.from(`From: ${from}\r\nTo: ${to(filed)}\r\nMessage-ID: <z@mail.example>\r\n\r\nlater`));
    await demo.settled();
    expect(await lines(filed)).toHaveLength(21);
  });
});

describe("the same mail again", () => {
  test("announced twice at a time, later, and delivered once more by its sender: one mail, one letter to the desk", async () => {
    const filed = await demo.file(complaint({ contact }));
    const raw = mail("nested", { from: CUSTOMER, to: to(filed) });
    const [key = ""] = await demo.drop(raw);
    await Promise.all([1, 2, 3].map(() => demo.invoke("mail-in.upload", event(key))));
    await demo.drop(raw);
    await demo.pass("2 minutes");
    const before = await demo.items();
    await demo.invoke("mail-in.upload", event(key));
    await demo.pass("2 minutes");
    expect(await demo.items()).toEqual(before);
    expect(await lines(filed)).toHaveLength(1);
    expect((await demo.tracking(filed)).photos).toHaveLength(1);
    expect(
      (await demo.mails({ to: "after-sales@", about: filed })).filter(({ subject }) => subject.includes("来信")),
    ).toHaveLength(1);
  });

  test("what is not there any more is nothing", async () => {
    expect(await becameOf(["incoming/gone"])).toEqual(["gone"]);
  });
});
