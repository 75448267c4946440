import { afterAll, expect, test } from "vitest";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { transaction } from "./context.ts";
import { nextNumber, type NumberKind } from "./counter.ts";
import { tierVariables } from "./viewer.ts";

const world = await testWorld();
const { acme, acmeNorth, beta } = resellersOfTests;
const other = await world.database.openOrm(1); // as another process has it, with one connection for its transactions
afterAll(() => other.close(true));
const agent = () => world.as("agent@acme.test");
const elsewhere = () => ({ ...agent(), em: other.em.fork({ session: { variables: tierVariables(acme.path) } }) });
const next = (kind: NumberKind, path: string = acme.path) => nextNumber(agent(), path, kind);

test("a number is given at once, though the transaction that took the one before is still under way", async () => {
  const [first, second, third] = await transaction(agent(), async (tx) => {
    const own = await nextNumber(tx, acme.path, "order");
    return [own, await transaction(elsewhere(), (inner) => nextNumber(inner, acme.path, "order")), await next("order")];
  });
  expect([first, second, third]).toEqual([1, 2, 3]);
});

test("a number that was taken in vain is not given again", async () => {
  const failing = transaction(agent(), async (tx) => {
    throw new Error(`${await nextNumber(tx, acme.path, "service")} is not needed`);
  });
  await expect(failing).rejects.toThrow("1 is not needed");
  expect(await next("service")).toBe(2);
});

test("each kind and each tier counts for itself, and what is asked for at once comes in the order of asking", async () => {
  const asked = [next("run"), next("customer"), next("run", beta.path), next("run"), next("customer", beta.path)];
  expect(await Promise.all(asked)).toEqual([1, 1, 1, 2, 1]);
});

test("processes that ask at the same time are given different numbers, all of them", async () => {
  const kinds: readonly NumberKind[] = ["run", "order", "service", "customer"];
  const asked = Array.from({ length: 30 }, async (_, index) => {
    const here = Promise.all(kinds.map((kind) => next(kind, acmeNorth.path)));
    const there = Promise.all(kinds.toReversed().map((kind) => nextNumber(elsewhere(), acmeNorth.path, kind)));
    if (index % 10 === 0) await there; // so that they are in several batches
    return [...(await here), ...(await there).toReversed()];
  });
  const given = await Promise.all(asked);
  const expected = Array.from({ length: 60 }, (_, index) => index + 1);
  for (const at of kinds.keys()) {
    const ofKind = given.flatMap((numbers) => [numbers[at], numbers[at + kinds.length]]);
    expect(new Set(ofKind)).toEqual(new Set(expected));
  }
});
