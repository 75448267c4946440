import { describe, expect, test } from "vitest";
import { customersOfTests } from "./customers-of-tests.ts";
import type { SeenRun } from "./network/counter.ts";
import { whyNotHere } from "./network/elements.ts";
import { accountOf, acmeWithNord, numbers } from "./network/money.ts";
import type { Phone } from "./network/phones.ts";
import { until } from "./network/process.ts";
import { holdSeconds, openScene, sales, stock, type Scene } from "./network/scene.ts";

const whyNot = whyNotHere();
const scene = whyNot === null ? await openScene() : null;
console.log(
  whyNot === null
    ? "Real in these runs: Kamailio, FreeRADIUS, Exim and the phones. The OCS, the subscriber register and the HTTP platform are the lab's."
    : `The real network is not tried here: ${whyNot}.`,
);

const limit = { timeout: 90_000 }; // phones wait in seconds, and the machine may be busy

describe.skipIf(scene === null)("whole runs, through the API, against Kamailio, FreeRADIUS and Exim", limit, () => {
  const { network, lab, counter, money, phoneOf, deafen } = scene ?? ({} as Scene); // nothing below runs without it
  let home: SeenRun;
  let first: Phone;
  let second: Phone;
  let numbered: { readonly run: SeenRun; readonly desk: Phone };

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

    const customer = accountOf(customersOfTests.johnson);
    const stateOf = async () => {
      await money.follow();
      return (await counter.service(active.service!.id)).state;
    };
    await money.terms(customer, "STRICT");
    await until("it is suspended, as nothing is left on the account", async () => (await stateOf()) === "SUSPENDED");
    expect((await accessServer.login(user, password)).packet).toBe("Access-Reject");
    await money.pay(customer, 1 - (await money.balance(customer)));
    await until("it is back, as the account was paid", async () => (await stateOf()) === "ACTIVE");
    expect((await accessServer.login(user, password)).packet).toBe("Access-Accept");
    await money.terms(customer, "POSTPAID");

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
    numbered = { run, desk };
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
    expect(await colleague.call(desk)).toBe(486); // who is called is busy too
    expect(await colleague.call(numbered.desk)).toBe(200); // and others are not concerned
    expect((await counter.setCalls(sold.service!.id, 2)).state).toBe("SUCCEEDED");
    expect(await beside.call(colleague)).toBe(200);

    expect((await counter.terminate(sold.service!.id)).state).toBe("SUCCEEDED");
    expect(await talk.over()).toBe(true);
    expect(await network.sipSwitch.calls()).toBe(0);
  });

  const { johnSmith, johnDoe } = customersOfTests;

  test("B16, V3, X6: a call to a number is live while it lasts, and then in the list, priced for every tier and charged once", async () => {
    const desk = await phoneOf(await counter.sell(sales.teamLine));
    expect(await desk.register()).toBe(200);
    const [smith, acme] = [await money.balance(accountOf(johnSmith)), await money.balance(acmeWithNord)];
    const london = network.outside(numbers.london);
    const calling = desk.call(london, 3_000);
    await until("the call is live and answered", async () => {
      const [call] = await money.live(johnSmith);
      return call?.called === numbers.london && call.answeredAt !== null;
    });
    expect(await calling).toBe(200);
    expect(london.routeTold()).toBe("VALUE");
    await until("it is listed", async () => (await money.listed(johnSmith, numbers.london)).length === 1);
    expect(await money.live(johnSmith)).toEqual([]);
    expect(await money.listed(johnSmith, numbers.london)).toMatchObject([
      // Half a minute at 0.20, which costs Acme 0.10 a minute.
      { charge: { amount: { amount: "0.10" } }, cost: { amount: { amount: "0.05" } }, margin: { amount: "0.05" } },
    ]);
    expect(await money.balance(accountOf(johnSmith))).toBeCloseTo(smith - 0.1, 6);
    expect(await money.balance(acmeWithNord)).toBeCloseTo(acme - 0.05, 6);
  });

  test("V9, X5, U11: without money nobody is put through, whether it is the customer's or that of those above; a payment lets calls through, which are cut when it is used up", async () => {
    const paris = network.outside(numbers.paris);
    const desk = await phoneOf(await counter.sell(sales.prepaidLine));
    expect(await desk.register()).toBe(200);
    await money.terms(accountOf(johnDoe), "STRICT");
    await money.pay(accountOf(johnDoe), -(await money.balance(accountOf(johnDoe)))); // what the line itself has cost
    expect(await desk.call(paris)).toBe(402);
    await money.pay(accountOf(johnDoe), 0.08);
    await money.terms(acmeWithNord, "STRICT");
    expect(await desk.call(paris)).toBe(403);
    await money.terms(acmeWithNord, "POSTPAID");
    expect((await money.refused(johnDoe)).map(({ reason }) => reason)).toEqual([
      "UPSTREAM_SUSPENDED",
      "INSUFFICIENT_BALANCE",
    ]);

    expect(await desk.talk(paris).over()).toBe(true); // within four seconds
    await until("it is charged", async () => (await money.listed(johnDoe, numbers.paris)).length === 1);
    expect(await money.listed(johnDoe, numbers.paris)).toMatchObject([{ charge: { amount: { amount: "0.08" } } }]);
    expect(await money.balance(accountOf(johnDoe))).toBe(0);
    expect(await desk.call(paris)).toBe(402);
  });

  test("B16, V9: what a call may last counts from the answer; it goes on while there is money, is cut when there is none, and when its seller is suspended", async () => {
    const paris = network.outside(numbers.paris, { ringMs: 2_000, calls: 2 });
    await money.pay(accountOf(johnDoe), 100);
    const [desk, poorDesk] = [
      await phoneOf(await counter.sell(sales.teamLine)),
      await phoneOf(await counter.sell(sales.prepaidLine)),
    ];
    for (const each of [desk, poorDesk]) expect(await each.register()).toBe(200);
    await money.pay(accountOf(johnDoe), -(await money.balance(accountOf(johnDoe))));
    await money.pay(accountOf(johnDoe), 0.16); // two times what is set aside at once
    const answering = paris.answer();
    const [long, short] = [desk.talk(paris, answering), poorDesk.talk(paris, answering)];
    expect(await short.over()).toBe(true);
    const listed = async () =>
      (await money.listed(johnDoe, numbers.paris)).find(({ seconds }) => seconds > holdSeconds);
    await until("it is charged", async () => (await listed()) !== undefined);
    expect(await listed()).toMatchObject({ seconds: 2 * holdSeconds, charge: { amount: { amount: "0.16" } } });
    expect(await money.balance(accountOf(johnDoe))).toBe(0);

    const answeredAt = (await money.live(johnSmith))[0]!.answeredAt!; // they talk
    await until(
      "the other has lasted three times what is set aside at once",
      () => Date.now() - Date.parse(answeredAt) > 3_000 * holdSeconds,
    );
    expect(await network.sipSwitch.calls()).toBe(1);
    await money.suspendSeller();
    expect(await long.over()).toBe(true);
    expect(await desk.call(network.outside(numbers.paris))).toBe(403);
    expect((await money.refused(johnSmith))[0]?.reason).toBe("SELLER_NOT_ACTIVE");
    await money.resumeSeller();
    const [charged] = await money.listed(johnSmith, numbers.paris);
    expect(charged!.seconds).toBeGreaterThanOrEqual(3 * holdSeconds);
  });

  test("B16: a call that somebody ends in the console is cut by the network, and charged for what it lasted", async () => {
    const desk = await phoneOf(await counter.sell(sales.teamLine));
    expect(await desk.register()).toBe(200);
    const before = await money.listed(johnSmith, numbers.london);
    const talk = desk.talk(network.outside(numbers.london));
    await until("they talk", async () => (await money.live(johnSmith))[0]?.answeredAt != null);
    await money.endCalls(johnSmith);
    expect(await talk.over()).toBe(true);
    expect([await network.sipSwitch.calls(), await money.live(johnSmith)]).toEqual([0, []]);
    expect(await money.listed(johnSmith, numbers.london)).toHaveLength(before.length + 1);
  });

  test("U13: a phone that nobody picks up is given up after a while, and costs nothing", async () => {
    const desk = await phoneOf(await counter.sell(sales.teamLine));
    expect(await desk.register()).toBe(200);
    const before = await money.balance(accountOf(johnSmith));
    expect(await desk.call(network.outside(numbers.london, { ringMs: 20_000 }))).toBe(408);
    await until("it is over", async () => (await money.live(johnSmith)).length === 0);
    expect(await money.balance(accountOf(johnSmith))).toBe(before);
  });

  test("U13: a call whose end nobody could tell is found in Kamailio's own records, and charged once, whoever reads them and however often", async () => {
    const desk = await phoneOf(await counter.sell(sales.teamLine));
    expect(await desk.register()).toBe(200);
    await money.readRecords();
    const [before, listed] = [await money.balance(accountOf(johnSmith)), await money.listed(johnSmith, numbers.london)];
    await deafen(true);
    expect(await desk.call(network.outside(numbers.london), 2_000)).toBe(200);
    await deafen(false);
    expect(await money.live(johnSmith)).toHaveLength(1);
    await until("Kamailio has written it down", async () => (await money.readRecords()) === 1);
    expect([await money.readRecords(), await money.readRecords(true)]).toEqual([0, 0]);
    expect(await money.live(johnSmith)).toEqual([]);
    expect(await money.listed(johnSmith, numbers.london)).toHaveLength(listed.length + 1);
    expect(await money.balance(accountOf(johnSmith))).toBeCloseTo(before - 0.1, 6);
  });

  test("U4, B13: who calls a number from outside rings its line, which is charged by the number's terms and cut when money ends; unknown, busy or without money it is not reached", async () => {
    const { identifier } = stock.number124;
    const number = identifier.slice(1);
    const caller = network.outside(numbers.paris);
    const { run, desk } = numbered;
    expect(await desk.register()).toBe(200);
    await money.numberCosts(johnSmith, identifier, 0.6);
    const before = await money.balance(accountOf(johnSmith));
    const reaching = caller.reach(number, desk, 2_000);
    await until("the call is live and answered", async () => {
      const call = (await money.live(johnSmith)).find(({ called }) => called === number);
      return call?.answeredAt != null;
    });
    expect(await reaching).toBe(200);
    const listed = () => money.listed(johnSmith, number);
    await until("it is listed", async () => (await listed()).length === 1);
    expect(await listed()).toMatchObject([{ charge: { amount: { amount: "0.04" } } }]);
    expect(await money.balance(accountOf(johnSmith))).toBeCloseTo(before - 0.04, 6);
    expect(await caller.reach("442079460000", desk)).toBe(404);

    expect((await counter.setCalls(run.service!.id, 1)).state).toBe("SUCCEEDED");
    const talk = desk.talk(first);
    await until("they talk", async () => (await network.sipSwitch.calls()) === 1);
    expect(await caller.reach(number, { line: desk.line, answer: first.answer })).toBe(486);
    await money.endCalls(johnSmith);
    expect(await talk.over()).toBe(true);

    await money.terms(accountOf(johnSmith), "STRICT");
    await money.pay(accountOf(johnSmith), -(await money.balance(accountOf(johnSmith))));
    expect(await caller.reach(number, desk)).toBe(480);
    await money.pay(accountOf(johnSmith), 0.04);
    expect(await caller.reach(number, desk, 7_000)).toBe(200);
    await until("it is listed", async () => (await listed()).length === 2);
    // Kamailio counts in whole seconds, so it may cut a part of one early; nobody talked for the seven that were wanted.
    expect(Math.max(...(await listed()).map(({ seconds }) => seconds))).toBeLessThanOrEqual(holdSeconds);
    expect(await money.balance(accountOf(johnSmith))).toBe(0);
    expect((await money.refused(johnSmith)).map(({ reason }) => reason).slice(0, 2)).toEqual([
      "INSUFFICIENT_BALANCE",
      "TOO_MANY_CALLS",
    ]);
    expect(await network.sipSwitch.calls()).toBe(0);
  });

  test("X6: a call that is placed on a Kamailio of its own, as by `pnpm call`, is priced for every tier, and leaves no login and no database", async () => {
    await money.terms(accountOf(johnSmith), "POSTPAID");
    const { line } = await phoneOf(await counter.sell(sales.teamLine));
    const placed = await scene!.placeCall(line.user, numbers.paris, 2);
    expect(placed.call).toMatchObject({ status: 200, state: "ANSWERED", problem: null, reseller: "acme" });
    expect(placed.call.legs.map(({ buyer, rate, amount }) => [buyer, rate, amount])).toEqual([
      ["Nord", "0.6", "0.04"],
      ["Acme", "0.6", "0.04"],
      [expect.stringContaining("John Smith"), "1.2", "0.08"],
    ]);
    expect(placed.left).toEqual([]);
    await expect(scene!.placeCall("nobody-1", numbers.paris, 1)).rejects.toThrow(/No service is called nobody-1/);
  });
});
