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
