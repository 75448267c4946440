import { expect, test } from "vitest";
import { rendered } from "../render-sentence.ts";
import { decimalOf } from "../money.ts";
import { demoWorld } from "./world.ts";

const world = demoWorld(new Date("2026-11-21T12:00:00Z"));
const serviceOf = (number: number) =>
  world.services.find((each) => each.number === number && each.path.startsWith("r1.r2.r3.c"));
const runsOf = (number: number) => world.runs.filter(({ serviceId }) => serviceId === serviceOf(number)?.id);
const itemsOf = (number: number) =>
  world.items.filter((item) => item.custody.some(({ serviceId }) => serviceId === serviceOf(number)?.id));

test("O31: a service is named by its product type and its number", () => {
  expect(serviceOf(776)).toMatchObject({ name: "Mobile - +44 7700 900118", account: "acme-776", state: "ACTIVE" });
  expect(serviceOf(777)?.name).toBe("Internet - 12 Elm Road");
  expect(serviceOf(788)?.name).toBe("VoIP - +44 20 7946 0118");
});

test("O34: John Smith has a mobile and an internet service, and an expired one", () => {
  const ofJohn = world.services.filter(({ path }) => path === "r1.r2.r3.c123.");
  expect(ofJohn.map(({ number, serviceType, state }) => [number, serviceType, state])).toEqual([
    [702, "MOBILE", "EXPIRED"],
    [776, "MOBILE", "ACTIVE"],
    [777, "INTERNET", "ACTIVE"],
  ]);
});

test("O35: an add-on made no service of its own, but a run and an order", () => {
  expect(runsOf(776).map(({ kind, title, state }) => [kind, rendered(title, "en"), state])).toEqual([
    ["PROVISION", "Mobile - 5 GB for John Smith", "SUCCEEDED"],
    ["ADD_ON", "Data boost 5 GB for John Smith", "SUCCEEDED"],
  ]);
  const [addon] = serviceOf(776)?.addons ?? [];
  const order = world.orders.find(({ id }) => id === addon?.orderId);
  expect([order && decimalOf(order.dueToday), order?.recurring]).toEqual(["5.00", null]);
});

test("O25: an order lists setup and first month, and what they come to", () => {
  const order = world.orders.find(({ id }) => id === serviceOf(777)?.orderId);
  expect(order?.lines.map(({ kind, amount }) => `${kind} ${decimalOf(amount)}`)).toEqual([
    "SETUP 25.00",
    "RECURRING 40.00",
  ]);
  expect(order && decimalOf(order.dueToday)).toBe("65.00");
});

test("O33: a failed run holds its items and leaves its service not activated", () => {
  expect(serviceOf(786)).toMatchObject({ state: "PENDING_FAILED", startsOn: null, currentRunId: runsOf(786)[0]?.id });
  expect(itemsOf(786).map(({ state, heldByRunId }) => [state, heldByRunId])).toEqual(
    Array.from({ length: 2 }, () => ["ASSIGNED", runsOf(786)[0]?.id]),
  );
});

test("O40: an installation waits for the technician, at the site that was chosen", () => {
  const [run] = runsOf(783);
  expect(run).toMatchObject({ state: "WAITING", waitingFor: "PERSON" });
  expect(run?.tasks.find(({ key }) => key === "installation")).toMatchObject({ state: "WAITING", kind: "MANUAL" });
  expect(serviceOf(783)).toMatchObject({ name: "Internet - 8 Canal Road", state: "PENDING" });
});

test("OX4: what was rolled back is back in stock, with its history", () => {
  expect(itemsOf(766).map(({ state, serviceId }) => [state, serviceId])).toEqual([
    ["IN_STOCK", null],
    ["IN_STOCK", null],
  ]);
  expect(itemsOf(766)[0]?.custody.map(({ to }) => to)).toEqual(["IN_STOCK", "RESERVED", "ASSIGNED", "IN_STOCK"]);
});

test("OX5: of an ended service the SIM is retired, and the number rests for 30 days", () => {
  const [sim, number] = itemsOf(709);
  expect([sim?.state, number?.state]).toEqual(["RETIRED", "QUARANTINED"]);
  const restsMs = (number?.quarantinedUntil?.getTime() ?? 0) - (number?.custody.at(-1)?.at.getTime() ?? 0);
  expect(restsMs / 86_400_000).toBe(30);
});

test("a service that was not renewed ended a month or more after it began", () => {
  for (const { state, suspensionReasons, startsOn, endsOn, autoRenew } of world.services) {
    if (state !== "EXPIRED" && !suspensionReasons.includes("NON_RENEWAL")) continue;
    expect([autoRenew, (startsOn ?? "") < (endsOn ?? "")]).toEqual([false, true]);
  }
});
