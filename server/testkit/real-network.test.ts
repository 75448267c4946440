import { describe, expect, test } from "vitest";
import type { SeenRun } from "./network/counter.ts";
import { whyNotHere } from "./network/elements.ts";
import type { Phone } from "./network/phones.ts";
import { until } from "./network/process.ts";
import { openScene, sales, stock, type Scene } from "./network/scene.ts";

const whyNot = whyNotHere();
const scene = whyNot === null ? await openScene() : null;
console.log(
  whyNot === null
    ? "Real in these runs: Kamailio, FreeRADIUS, Exim and the phones. The OCS, the subscriber register and the HTTP platform are the lab's."
    : `The real network is not tried here: ${whyNot}.`,
);

const limit = { timeout: 90_000 }; // phones wait in seconds, and the machine may be busy

describe.skipIf(scene === null)("whole runs, through the API, against Kamailio, FreeRADIUS and Exim", limit, () => {
  const { network, lab, counter, phoneOf } = scene ?? ({} as Scene); // nothing below runs without it
  let home: SeenRun;
  let first: Phone;
  let second: Phone;

  test("the page of the connectors shows the real programs answer, and the lab where there is none", async () => {
    expect(await counter.health("sip")).toMatchObject({
      mode: "REAL",
      health: "OK",
      healthMessage: "The database and Kamailio answer",
    });
    expect(await counter.health("radius")).toMatchObject({ mode: "REAL", health: "OK" });
    expect(await counter.health("mail")).toMatchObject({ healthMessage: "The mail server answers" });
    for (const key of ["ocs", "register", "http"]) expect(await counter.health(key)).toMatchObject({ mode: "LAB" });
  });

  test("a phone cannot register before its line was sold, and registers, calls and is called afterwards", async () => {
    expect(await (await network.phone({ user: "acme-1", password: "guess" })).register()).toBe(401);
    const line = await counter.sell(sales.businessLine);
    home = await counter.sell(sales.homeLine, stock.number123);
    expect([line.state, home.state]).toEqual(["SUCCEEDED", "SUCCEEDED"]);
    [first, second] = [await phoneOf(line), await phoneOf(home)];
    expect([first.line.user, second.line.user]).toEqual(["acme-1", "acme-2"]);

    expect(await first.register(second.line.password)).toBe(401);
    expect(await first.register()).toBe(200);
    expect(await first.call(second)).toBe(404); // not signed in yet
    expect(await second.register()).toBe(200);
    expect(await first.call(second)).toBe(200);
    expect(await second.call(first)).toBe(200);
    expect(await counter.probes(home.service!.id)).toMatchObject({
      sip: "OK: SIP account acme-2 is there; phones signed in: 1",
    });
  });

  test("OX5: the line that ends is off the air in the middle of a call: it cannot register, call or be called, and the other goes on", async () => {
    const talk = second.talk(first);
    await until("they talk", async () => (await network.sipSwitch.calls()) === 1);

    expect((await counter.terminate(home.service!.id)).state).toBe("SUCCEEDED");
    expect(await talk.over()).toBe(true);
    expect([await network.sipSwitch.calls(), await network.sipSwitch.contacts("acme-2")]).toEqual([0, 0]);
    expect(await second.register()).toBe(401);
    expect(await second.call(first)).toBe(407);
    expect(await first.call(second)).toBe(404);
    expect(await network.sipSwitch.contacts("acme-1")).toBe(1);
    expect(await first.register()).toBe(200);
    expect(await counter.probes(home.service!.id)).toMatchObject({ sip: "OK: SIP account acme-2 is gone" });
  });

  test("OX4: a run that fails half-way has let a phone in; rolled back, it is out, and the next try lets it in until it is undone", async () => {
    await lab.faultsOf("register").set({ kind: "REFUSE", times: null, delayMs: 0, garbageBytes: 1 });
    const failed = await counter.sell(sales.office, stock.sim123, stock.number124);
    expect([failed.state, failed.error?.taskKey]).toEqual(["FAILED", "register"]);
    const desk = await phoneOf(failed);
    expect(await desk.register()).toBe(200);
    expect(await first.call(desk)).toBe(200);
    expect(await lab.storage.query("select id from lab_ocs_account")).toHaveLength(1);

    expect((await counter.rollBack(failed)).state).toBe("ROLLED_BACK");
    expect(await network.sipSwitch.contacts(desk.line.user)).toBe(0);
    expect(await desk.register()).toBe(401);
    expect(await first.call(desk)).toBe(404);
    expect(await lab.storage.query("select id from lab_ocs_account")).toEqual([]);

    await lab.faultsOf("register").set(null);
    const done = await counter.sell(sales.office, stock.sim123, stock.number124);
    expect(done.state).toBe("SUCCEEDED");
    const [newDesk, password] = [await phoneOf(done), await counter.reveal(done.service!.id, "radiusPassword")];
    const login = async () => (await network.accessServer.login(newDesk.line.user, password)).packet;
    expect([await newDesk.register(), await login()]).toEqual([200, "Access-Accept"]);
    expect(await lab.storage.query("select id from lab_ocs_account")).toHaveLength(1);

    expect((await counter.undo(done)).state).toBe("ROLLED_BACK");
    expect([await newDesk.register(), await login()]).toEqual([401, "Access-Reject"]);
  });

  test("an internet login is refused before the run, accepted with the plan's rates after it, and refused when the service has ended, which ends its session", async () => {
    const { accessServer } = network;
    const waiting = await counter.sell(sales.fibre, stock.cpe1);
    expect(waiting.waitingFor).toBe("PERSON");
    const user = (await counter.service(waiting.service!.id)).parameters["radiusUsername"]!;
    expect((await accessServer.login(user, "guess")).packet).toBe("Access-Reject");
    const active = await counter.completeTask(waiting, "installation");
    expect(active.state).toBe("SUCCEEDED");
    const password = await counter.reveal(active.service!.id, "radiusPassword");
    expect(await accessServer.login(user, password)).toEqual({
      packet: "Access-Accept",
      attributes: { "WISPr-Bandwidth-Max-Down": "100000000", "WISPr-Bandwidth-Max-Up": "20000000" },
    });
    expect((await accessServer.login(user, "guess")).packet).toBe("Access-Reject");
    expect((await accessServer.account(user, "Start", "s-1")).packet).toBe("Accounting-Response");
    expect(await accessServer.sessions(user)).toEqual([{ session: "s-1", cause: null }]);

    expect((await counter.terminate(active.service!.id)).state).toBe("SUCCEEDED");
    expect((await accessServer.login(user, password)).packet).toBe("Access-Reject");
    expect(await accessServer.sessions(user)).toEqual([{ session: "s-1", cause: "Admin-Reset" }]);
  });

  test("the welcome mail is in the mailbox once, though its answer was lost and it was handed over twice, with the same Message-ID", async () => {
    const { mailServer } = network;
    const before = mailServer.mailbox().length;
    mailServer.loseNextAnswer();
    const run = await counter.sell(sales.mobile, stock.sim124, stock.number125);
    expect(run.state).toBe("SUCCEEDED");
    expect(run.tasks.find(({ key }) => key === "welcome-mail")).toMatchObject({ state: "SUCCEEDED", attempt: 2 });
    const messageId = await counter.messageId(run);
    expect(messageId).toMatch(/^<[0-9a-f-]+\.welcome-mail@acme\.test>$/);
    await until("the mail is delivered", () => mailServer.mailbox().length > before);
    expect(mailServer.timesTaken(messageId)).toBe(2);
    const mails = mailServer.mailbox().filter((mail) => mail.messageId === messageId);
    expect(mails).toMatchObject([{ to: "john.smith@example.com", subject: "Mobile - +44 7700 900125 is ready" }]);
    expect(mails[0]?.text).toContain("Hello John Smith,");
  });

  test("a feature is switched on without disturbing the phone, and its mail is another one", async () => {
    const { mailServer } = network;
    const run = await counter.sell(sales.homeLine, stock.number124);
    const desk = await phoneOf(run);
    expect(await desk.register()).toBe(200);
    const added = await counter.sell({ ...sales.feature, serviceId: run.service!.id });
    expect(added.state).toBe("SUCCEEDED");
    const messageIds = [await counter.messageId(run), await counter.messageId(added)];
    await until("both mails are delivered", () =>
      messageIds.every((id) => mailServer.mailbox().some((mail) => mail.messageId === id)),
    );
    const mail = mailServer.mailbox().find(({ messageId }) => messageId === messageIds[1]);
    expect(mail?.subject).toBe("Caller id was added");
    expect(await network.sipSwitch.contacts(desk.line.user)).toBe(1);
    expect(await first.call(desk)).toBe(200);
  });

  test("B13: a line makes as many calls at a time as it was let, and one more is refused, from its next call on", async () => {
    const sold = await counter.sell(sales.teamLine);
    const desk = await phoneOf(sold);
    const colleague = await phoneOf(await counter.sell(sales.teamLine));
    const beside = await network.phone(desk.line); // another phone on the same line
    for (const each of [desk, colleague]) expect(await each.register()).toBe(200);
    const talk = desk.talk(first);
    await until("they talk", async () => (await network.sipSwitch.calls()) === 1);
    expect(await beside.call(colleague)).toBe(200);

    expect((await counter.setCalls(sold.service!.id, 1)).state).toBe("SUCCEEDED");
    expect(await beside.call(colleague)).toBe(486);
    expect(await colleague.call(desk)).toBe(200); // called it may be, and others are not concerned
    expect((await counter.setCalls(sold.service!.id, 2)).state).toBe("SUCCEEDED");
    expect(await beside.call(colleague)).toBe(200);

    expect((await counter.terminate(sold.service!.id)).state).toBe("SUCCEEDED");
    expect(await talk.over()).toBe(true);
    expect(await network.sipSwitch.calls()).toBe(0);
  });
});
