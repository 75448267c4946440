import { afterAll, expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { setInstallation } from "../kernel/installation.ts";
import { testLab } from "../testkit/lab.ts";
import { testWorld } from "../testkit/world.ts";
import { queueMail } from "./queue-mail.ts";
import { relayMail } from "./relay-mail.ts";

const world = await testWorld();
const lab = await testLab();
setInstallation({ demo: false, lab: lab.endpoints });
afterAll(() => lab.drop());

const mail = { path: "r1.r2.r3.", subject: "Run 1 failed", body: "Look at it.\n" };
const queue = (cause: string, ...recipients: string[]) =>
  transaction(world.system(), (tx) => queueMail(tx, { ...mail, cause, recipients }));

async function mailbox(): Promise<{ to: string; subject: string; messageId: string }[]> {
  const headers = { authorization: `Bearer ${lab.endpoints.controlToken}` };
  return (await (await fetch(`${lab.endpoints.controlUrl}/messages`, { headers })).json()) as {
    to: string;
    subject: string;
    messageId: string;
  }[];
}

async function row(
  cause: string,
): Promise<{ attempts: number; due_at: Date | null; sent_at: Date | null; last_error: string | null }> {
  const rows = await world.database.rows<Awaited<ReturnType<typeof row>>>(
    "select * from outbox_mail where cause like $1",
    [`${cause}:%`],
  );
  return rows[0]!;
}

test("OX2: one mail goes to each on the list, once a cause, however often it is told", async () => {
  await queue("run:1:7", "a@acme.test", "b@acme.test", "a@acme.test");
  await queue("run:1:7", "a@acme.test");
  expect(await relayMail(world.system())).toBe(2);
  expect(await relayMail(world.system())).toBe(0);
  expect((await mailbox()).map(({ to }) => to).toSorted()).toEqual(["a@acme.test", "b@acme.test"]);
});

test("a mail of a transaction that was rolled back does not leave", async () => {
  const work = transaction(world.system(), async (tx) => {
    await queueMail(tx, { ...mail, cause: "never", recipients: ["a@acme.test"] });
    throw new Error("changed my mind");
  });
  await expect(work).rejects.toThrow("changed my mind");
  expect(await relayMail(world.system())).toBe(0);
});

test("a mail server that is down is tried again later, ever more seldom, with the same Message-ID after a lost answer", async () => {
  await lab.faultsOf("mail").set({ kind: "REFUSE", times: null, delayMs: 0, garbageBytes: 1 });
  await queue("run:2:7", "c@acme.test");
  expect(await relayMail(world.system())).toBe(0);
  expect(await row("run:2:7")).toMatchObject({
    attempts: 1,
    sent_at: null,
    last_error: "Cannot connect to mail server",
  });
  expect(await relayMail(world.system())).toBe(0);
  expect((await row("run:2:7")).attempts).toBe(1);
  world.clock.advance({ seconds: 31 });
  await lab.faultsOf("mail").set({ kind: "LOSE_ANSWER", times: 1, delayMs: 0, garbageBytes: 1 });
  expect(await relayMail(world.system())).toBe(0);
  world.clock.advance({ seconds: 61 });
  expect(await relayMail(world.system())).toBe(1);
  expect(await row("run:2:7")).toMatchObject({ attempts: 3, due_at: null, last_error: null });
  const copies = (await mailbox()).filter(({ to }) => to === "c@acme.test");
  expect(new Set(copies.map(({ messageId }) => messageId)).size).toBe(1);
});

test("a recipient that the server refuses for good is given up at once", async () => {
  await queue("run:3:7", "nobody@bounce.test");
  expect(await relayMail(world.system())).toBe(0);
  const given = await row("run:3:7");
  expect(given).toMatchObject({ attempts: 1, due_at: null, sent_at: null });
  expect(given.last_error).toContain("refused the recipient");
});
