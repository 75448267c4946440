import MailComposer from "nodemailer/lib/mail-composer";
import { expect, test } from "vitest";
import { readMail } from "./mime.ts";

test.each([
  ["plain", "Welcome", "Hello John"],
  ["accents", "Bienvenue, José", "Votre forfait « Illimité » est prêt.\n\nÀ bientôt"],
  ["a long subject in another script", "ようこそ".repeat(40), "こんにちは"],
  ["emoji", "👩‍👩‍👧‍👦 ".repeat(20).trim(), "🎉"],
  ["dots and spaces", "a  b", ".\n..\n.a\ntrailing space \n  leading\t\n"],
  ["a long line", "s", `${"x".repeat(2_000)} ${"é ".repeat(500)}`],
  ["what looks encoded", "=41 =3D ?=", "=41 =\n= =3D\n"],
])("reads back what was composed: %s", async (_what, subject, text) => {
  const message = { messageId: "<run.task@a.test>", from: "a@a.test", to: "b@b.test", subject, text };
  const source = await new MailComposer(message).compile().build();
  expect(readMail(source)).toEqual({ ...message, text: text.replace(/\n$/, "") });
});

test("half a mail is no reason to fall over", () => {
  expect(readMail(Buffer.from("Subject: x")).subject).toBe("x");
  expect(readMail(Buffer.alloc(0)).text).toBe("");
});
