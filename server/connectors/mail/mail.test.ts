import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Unknown } from "../../kernel/secret.ts";
import { doingIo, planningIo, testLab, type TestLab } from "../../testkit/lab.ts";
import { definition } from "./definition.ts";
import { messageIdOf } from "./message-id.ts";
import { sendMail } from "./send-mail.ts";
import { mailSchema, type MailSettings } from "./settings.ts";

let lab: TestLab;
let settings: MailSettings;
beforeAll(async () => {
  lab = await testLab();
  settings = { ...definition.labSettings(lab.endpoints), timeoutMs: 2_000 };
});
afterAll(() => lab.drop());

const mailbox = (): Promise<{ message_id: string; copies: number }[]> =>
  lab.storage.query("select message_id, copies from lab_mail order by message_id");

test("the same key hands over the same message again, under the same Message-ID", async () => {
  const mail = { to: "john.smith@example.test", subject: "Welcome", text: "Your service is active." };
  const first = await sendMail(doingIo("run_1:welcome"), settings, mail);
  const second = await sendMail(doingIo("run_1:welcome"), settings, mail);
  await sendMail(doingIo("run_2:welcome"), settings, mail);
  expect(first.messageId).toBe("<run_1.welcome@tierline.test>");
  expect(second.messageId).toBe(first.messageId);
  expect(await mailbox()).toEqual([
    { message_id: "<run_1.welcome@tierline.test>", copies: 2 },
    { message_id: "<run_2.welcome@tierline.test>", copies: 1 },
  ]);
});

test("a customer at bounce.test: refused for good, by the recipient's name", async () => {
  const attempt = sendMail(doingIo("run_3:welcome"), settings, { to: "joe@Bounce.test", subject: "Hi", text: "Hi" });
  await expect(attempt).rejects.toMatchObject({
    outcome: "permanent",
    code: "MAIL_REFUSED_RECIPIENT",
    message: expect.stringContaining("550"),
  });
});

test.each(["", "nobody", "a@b@c", "a@b.test, c@d.test", "a@b.test\r\nBcc: c@d.test", "Joe <joe@b.test>", "a b@c.test"])(
  "the recipient %j is not one address and is never handed over",
  async (to) => {
    await lab.storage.clearCalls();
    const attempt = sendMail(doingIo("run_4:welcome"), settings, { to, subject: "Hi", text: "Hi" });
    await expect(attempt).rejects.toMatchObject({ outcome: "permanent", code: "MAIL_REFUSED_RECIPIENT" });
    expect(await lab.storage.calls({ first: 10 })).toEqual([]);
  },
);

test("a subject with a line break stays a subject", async () => {
  await lab.storage.clearCalls();
  const mail = { to: "a@b.test", subject: "Hi\r\nBcc: c@d.test", text: "." };
  await sendMail(doingIo("run_5:welcome"), settings, mail);
  const [call] = await lab.storage.calls({ first: 1 });
  expect(JSON.parse(call?.body ?? "")).toMatchObject({ to: "a@b.test", subject: "Hi Bcc: c@d.test" });
});

test("a plan shows the mail with what is not known yet", async () => {
  const io = planningIo("‹run›:welcome");
  await sendMail(io, settings, { to: "a@b.test", subject: new Unknown("subject"), text: "Hi" });
  expect(io.calls).toMatchObject([
    { connector: "mail", method: "SMTP", target: "a@b.test", body: { messageId: "<‹run›.welcome@tierline.test>" } },
  ]);
});

test("a Message-ID is an address whatever the key", () => {
  expect(messageIdOf("run_0:task 1<é>", "x@a.test")).toBe("<run_0.task=201=3c=c3=a9=3e@a.test>");
});

describe("a server with an opinion", () => {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    for (const server of servers.splice(0)) server.close();
  });

  /** Answers each command by its first word, else 250. */
  async function opinionated(replies: Readonly<Record<string, string>>): Promise<MailSettings> {
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.write("220 here\r\n");
      socket.on("data", (chunk: Buffer) => {
        for (const line of chunk.toString().split("\r\n").filter(Boolean)) {
          const word = line.split(/[ :]/)[0]?.toUpperCase() ?? "";
          const reply = replies[line] ?? replies[word];
          if (reply === "hang up") socket.destroy();
          else if (reply !== undefined) socket.write(`${reply}\r\n`);
          else if (word === "DATA") socket.write("354 go on\r\n");
          else if (["EHLO", "MAIL", "RCPT", "."].includes(word)) socket.write("250 fine\r\n");
        }
      });
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return mailSchema.parse({ host: "127.0.0.1", port, from: "a@tierline.test", timeoutMs: 300 });
  }

  test.each([
    ["later, for the sender", { MAIL: "451 4.7.1 try later" }, "retryable", "MAIL_REFUSED"],
    ["no, for the sender", { MAIL: "550 5.7.1 not you" }, "permanent", "MAIL_REFUSED"],
    ["later, for the recipient (greylisting)", { RCPT: "450 4.2.0 greylisted" }, "retryable", "MAIL_REFUSED"],
    ["no, for the recipient", { RCPT: "550 5.1.1 unknown" }, "permanent", "MAIL_REFUSED_RECIPIENT"],
    ["no, for the content", { ".": "554 5.7.1 spam" }, "permanent", "MAIL_REFUSED"],
    ["later, for the content", { ".": "452 4.3.1 full" }, "retryable", "MAIL_REFUSED"],
    ["nothing after the content", { ".": "hang up" }, "unknown", "MAIL_TIMEOUT"],
    ["not SMTP", { EHLO: "nonsense", HELO: "nonsense" }, "permanent", "MAIL_GARBAGE"],
  ])("says %s", async (_what, replies, outcome, code) => {
    const attempt = sendMail(doingIo("run:task"), await opinionated(replies), {
      to: "a@b.test",
      subject: "s",
      text: "t",
    });
    await expect(attempt).rejects.toMatchObject({ outcome, code });
  });

  test("says fine", async () => {
    const sent = await sendMail(doingIo("run:task"), await opinionated({}), {
      to: "a@b.test",
      subject: "s",
      text: "t",
    });
    expect(sent.reply).toBe("250 fine");
  });
});
