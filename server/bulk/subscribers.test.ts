import { beforeAll, expect, test } from "vitest";
import { importsOf } from "../testkit/bulk-of-tests.ts";
import { plantPackages } from "../testkit/packages-of-tests.ts";
import { openShop } from "../testkit/shop.ts";
import { organisationOf, seatsOf, wholesaleApi } from "../testkit/subscribers-of-tests.ts";

const shop = await openShop();
const { world } = shop;
beforeAll(async () => {
  await plantPackages(world);
  await shop.engine();
});
const api = wholesaleApi(shop);
const { rehearsed, countsOf, ran, begun } = importsOf(world);

test("CX14, O38: a hundred people come from one file, each with their package; what has no seat is refused, and the same file does nothing twice", async () => {
  const made = await api.createCustomer(organisationOf("Many", { webex_meetings: 101, webex_suite: 0 }));
  expect(made.userErrors.map(({ code }) => code)).toEqual(["LIMIT_EXCEEDED"]); // of the suite, which its administrator would have
  const { customer } = await api.createCustomer(organisationOf("Many", { webex_meetings: 101 }));
  const people = Array.from(
    { length: 100 },
    (_, index) => `${customer!.number};P${index}@many-people.example;Webex_Meetings`,
  );
  const file = [
    "client;mail;pack",
    ...people,
    `${customer!.number};nobody;webex_meetings`,
    "nobody;a@b.example;webex_meetings",
  ];
  const before = await world.database.rows("select count(*) from subscriber");
  const id = await rehearsed("SUBSCRIBERS", file.join("\n"));
  expect(await world.database.rows("select count(*) from subscriber")).toEqual(before);
  expect(await countsOf(id)).toEqual({ READY: 100, REFUSED: 2 });
  await begun(id);
  await ran(id);
  expect(await countsOf(id)).toEqual({ DONE: 100, REFUSED: 2 });
  expect(seatsOf(await api.customer(customer!.id))).toEqual({ webex_meetings: "101 / 101" });
  expect(await countsOf(await rehearsed("SUBSCRIBERS", file.join("\n")))).toEqual({ UNCHANGED: 100, REFUSED: 2 });
});

test("CX14: people get other packages by a file, and are taken away by one; what is asked of a person again later is done again", async () => {
  const { customer } = await api.createCustomer(organisationOf("Turn", { webex_meetings: null, webex_calling: 2 }));
  const { id, number } = customer!;
  const emails = ["a", "b", "c"].map((name) => `${name}@turn.example`);
  const people = emails.map((email) => `${number},${email},webex_meetings`);
  const perform = async (kind: "SUBSCRIBERS" | "PACKAGE_CHANGES" | "SUBSCRIBER_DELETIONS", text: string) => {
    const file = await rehearsed(kind, text);
    const foreseen = await countsOf(file);
    await begun(file);
    await ran(file);
    return { foreseen, came: await countsOf(file) };
  };
  const packages = async () => (await api.people(id)).map((each) => [each.email, each.package.slug, each.state]);
  const settled = async (count: number) => {
    const isSettled = async () => {
      world.clock.set(new Date(world.clock.now().getTime() + 10_000).toISOString());
      return (await api.people(id)).map(({ state }) => state);
    };
    await expect.poll(isSettled, { timeout: 25_000 }).toEqual(Array.from({ length: count }, () => "PROVISIONED"));
  };
  const text = ["customer,email,package", ...people].join("\n");
  const meanwhile = await rehearsed("SUBSCRIBERS", text);
  await perform("SUBSCRIBERS", text);
  await settled(4); // and who administers them
  // Another file of the same, looked at before they were there, finds them there.
  await begun(meanwhile);
  await ran(meanwhile);
  expect(await countsOf(meanwhile)).toEqual({ DONE: 3 });
  expect(await packages()).toHaveLength(4);

  const changes = [
    "email,new package,extension",
    `${emails[0]},Webex_Calling,401`,
    `${emails[1]},webex_meetings,`, // has it
    `${emails[2]},webex_calling,`, // cannot be reached
    "nobody@turn.example,webex_calling,402",
    `${emails[0]!.toUpperCase()},webex_meetings,`, // of whom a row has spoken
  ];
  const { foreseen, came } = await perform("PACKAGE_CHANGES", changes.join("\n"));
  expect(foreseen).toEqual({ READY: 1, UNCHANGED: 1, REFUSED: 3 });
  expect(came).toEqual({ DONE: 1, UNCHANGED: 1, REFUSED: 3 });
  await settled(4);
  expect(await packages()).toContainEqual([emails[0], "webex-calling", "PROVISIONED"]);

  const gone = ["e-mail", emails[0], emails[2], "nobody@turn.example"].join("\n");
  expect(await perform("SUBSCRIBER_DELETIONS", gone)).toEqual({
    foreseen: { READY: 2, REFUSED: 1 },
    came: { DONE: 2, REFUSED: 1 },
  });
  await settled(2);
  expect((await api.people(id)).map(({ email }) => email)).not.toContain(emails[0]);
  expect(seatsOf(await api.customer(id))).toMatchObject({ webex_calling: "1 / 2" }); // who administers them
  // Whoever came back since goes again.
  await perform("SUBSCRIBERS", `customer,email,package,extension\n${number},${emails[0]},webex_calling,405\n`);
  await settled(3);
  expect((await perform("SUBSCRIBER_DELETIONS", gone)).came).toEqual({ DONE: 1, REFUSED: 2 });
});
