import {
  GetSendQuotaCommand,
  ListTemplatesCommand,
  SESClient,
  SendEmailCommand,
  SendRawEmailCommand,
} from "@aws-sdk/client-ses";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LocalStack } from "../../../infra/local/local-stack.ts";
import { startFixture } from "./fixture.ts";

let stack: LocalStack;
let end: () => Promise<void>;
let ses: SESClient;
beforeAll(async () => {
  ({ stack, end } = await startFixture({ at: "2026-09-29T10:00+08:00" }));
  const credentials = { accessKeyId: "local", secretAccessKey: "local-secret" };
  ses = new SESClient({ region: "us-east-1", credentials, endpoint: stack.endpoints.ses, maxAttempts: 1 });
});
afterAll(async () => {
  ses.destroy();
  await end();
});
beforeEach(async () => {
  await fetch(`${stack.inboxUrl}messages`, { method: "DELETE" });
  await faults({});
});

const faults = async (body: unknown) =>
  (await fetch(`${stack.inboxUrl}_faults`, { method: "PUT", body: JSON.stringify(body) })).status;
const inbox = async (query = "") => (await fetch(`${stack.inboxUrl}messages${query}`)).json();
const raw = (to: string, subject = "Hello") =>
  new SendRawEmailCommand({
    RawMessage: {
      Data: Buffer.from(
        [
          "From: Desk <desk@example.org>",
          `To: ${to}`,
          `Subject: =?UTF-8?B?${Buffer.from(subject).toString("base64")}?=`,
          "Message-ID: <case-1@example.org>",
          "List-Unsubscribe: <https://example.org/u/1>",
          "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
          "MIME-Version: 1.0",
          'Content-Type: multipart/alternative; boundary="b"',
          "",
          "--b",
          "Content-Type: text/plain; charset=utf-8",
          "",
          "您的投诉已受理",
          "--b",
          "Content-Type: text/html; charset=utf-8",
          "",
          '<p>您的投诉已受理 <a href="https://example.org/t">open</a></p><script>alert(1)</script>',
          "--b--",
          "",
        ].join("\r\n"),
      ),
    },
  });

describe("sending", () => {
  test("a raw mail is kept with all its headers, in virtual time", async () => {
    const { MessageId } = await ses.send(raw("Wang <wang@example.com>", "投诉受理 2026-09-001"));
    const [mail] = await inbox();
    expect(mail).toMatchObject({
      id: MessageId,
      from: "desk@example.org",
      to: ["wang@example.com"],
      subject: "投诉受理 2026-09-001",
      messageId: "<case-1@example.org>",
      headers: { "list-unsubscribe-post": "List-Unsubscribe=One-Click" },
    });
    expect(mail.text.trim()).toBe("您的投诉已受理");
    expect(mail.html).toContain("<p>您的投诉已受理");
    expect(mail.at).toMatch(/^2026-09-29T02:0/);
  });

  test("a simple mail is composed", async () => {
    await ses.send(
      new SendEmailCommand({
        Source: "desk@example.org",
        Destination: { ToAddresses: ["a@example.com"], BccAddresses: ["b@example.com"] },
        Message: { Subject: { Data: "你好" }, Body: { Text: { Data: "纯文本" }, Html: { Data: "<b>网页</b>" } } },
      }),
    );
    const [mail] = await inbox();
    expect([mail.subject, mail.text.trim(), mail.html.trim(), mail.to]).toEqual([
      "你好",
      "纯文本",
      "<b>网页</b>",
      ["a@example.com", "b@example.com"],
    ]);
    expect(mail.headers.bcc).toBeUndefined();
  });

  test("newest first, filtered by recipient and time", async () => {
    await ses.send(raw("one@example.com"));
    const since = stack.clock.iso();
    await stack.clock.advance({ advance: "1 hour" });
    await ses.send(raw("two@example.com"));
    expect((await inbox()).map((mail: { to: string[] }) => mail.to[0])).toEqual(["two@example.com", "one@example.com"]);
    expect(await inbox("?to=one@")).toHaveLength(1);
    expect(await inbox(`?since=${encodeURIComponent(since)}`)).toHaveLength(1);
  });

  test.each([
    ["no-at-sign", "InvalidParameterValue", "an address that is none"],
    ["王@example.com", "InvalidParameterValue", "a local part that SES does not take"],
  ])("%s → %s: %s", async (to, code) => {
    const command = raw("x@example.com");
    command.input.Destinations = [to];
    await expect(ses.send(command)).rejects.toMatchObject({ name: code });
    expect(await inbox()).toEqual([]);
  });

  test("a call that is not emulated is refused at once", async () => {
    await expect(ses.send(new ListTemplatesCommand({}))).rejects.toThrow("not emulated");
  });
});

describe("faults on demand", () => {
  test("a rejected address is rejected so many times, others pass", async () => {
    await faults({ reject: [{ to: "bad@", code: "MessageRejected", times: 1 }] });
    await ses.send(raw("good@example.com"));
    await expect(ses.send(raw("bad@example.com"))).rejects.toMatchObject({ name: "MessageRejected" });
    await ses.send(raw("bad@example.com"));
    expect(await inbox()).toHaveLength(2);
  });

  test("throttling, and a daily quota", async () => {
    await faults({ throttle: 2 });
    for (let i = 0; i < 2; i++)
      await expect(ses.send(raw("a@example.com"))).rejects.toMatchObject({ name: "Throttling" });
    await ses.send(raw("a@example.com"));
    await faults({ quota: { max24HourSend: 2, maxSendRate: 1 } });
    await ses.send(raw("b@example.com"));
    await expect(ses.send(raw("c@example.com"))).rejects.toMatchObject({ name: "Throttling" });
    expect(await ses.send(new GetSendQuotaCommand({}))).toMatchObject({
      Max24HourSend: 2,
      MaxSendRate: 1,
      SentLast24Hours: 2,
    });
    await stack.clock.advance({ advance: "25 hours" });
    await ses.send(raw("c@example.com"));
  });

  test("a wish that cannot be understood is a 400", async () => {
    expect(await faults({ rejekt: [] })).toBe(400);
  });
});

describe("the inbox for people", () => {
  test("lists, shows and locks up a stranger's HTML", async () => {
    const { MessageId } = await ses.send(raw("wang@example.com", "<b>受理</b>"));
    const page = async (path: string) => {
      const response = await fetch(stack.inboxUrl + path);
      return { text: await response.text(), csp: response.headers.get("content-security-policy") ?? "" };
    };
    const list = (await page("")).text;
    expect(list).toContain("&#60;b&#62;受理&#60;/b&#62;");
    expect(list).toContain("Inbox 收件箱");
    expect((await page(`messages/${MessageId}`)).text).toContain('sandbox="allow-popups');
    const html = await page(`messages/${MessageId}.html`);
    expect(html.csp).toContain("sandbox");
    expect(html.csp).toContain("default-src 'none'");
    expect((await page(`messages/${MessageId}.eml`)).text).toContain("List-Unsubscribe: <https://example.org/u/1>");
    expect((await page(`messages/${MessageId}.txt`)).text.trim()).toBe("您的投诉已受理");
    expect((await fetch(`${stack.inboxUrl}messages/0-0.eml`)).status).toBe(404);
  });
});
