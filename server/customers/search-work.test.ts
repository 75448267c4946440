import { beforeAll, expect, test } from "vitest";
import { workOf as workIn } from "../testkit/work-of.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import type { Context } from "../kernel/context.ts";
import { insertCustomers, type NewCustomer } from "./insert-customers.ts";
import { findCustomers, listCustomers } from "./list-customers.ts";

const world = await testWorld();
const count = 3_000;

beforeAll(async () => {
  const { id: resellerId, path: resellerPath } = resellersOfTests.acme;
  const customers = Array.from({ length: count }, (_, index): NewCustomer => ({
    id: `019a0000-0000-7000-9000-${String(index).padStart(12, "0")}`,
    resellerId,
    resellerPath,
    number: index + 1,
    kind: "INDIVIDUAL",
    name: `Jo${String.fromCharCode(97 + (index % 26))} Rare${index % 1_000}`,
    email: `jo${index}@example.com`,
    phone: `+4477009${String(index).padStart(5, "0")}`,
    homeCountry: "GB",
    language: "en",
    createdAt: t0,
    createdVia: "API",
  }));
  await insertCustomers(world.system().em, customers);
  await world.database.rows("vacuum analyze customer");
  await world.database.rows("vacuum analyze customer_token");
});

async function workOf(user: string, work: (context: Context) => Promise<unknown>) {
  const { statements, read, found } = await workIn(world.as(user), work);
  return { statements, tokens: read("customer_token"), customers: read("customer"), found };
}

test("perf-P5: a beginning that thousands share reads no more than its page, in any tier", async () => {
  for (const user of ["agent@acme.test", "owner@nord.test", "ops@tierline.test"]) {
    for (const text of ["j", "jo", "joa", "447", "07700", "+4477009", "jo1@"]) {
      const { statements, tokens, customers, found } = await workOf(user, (context) =>
        findCustomers(context, text, 25),
      );
      expect(found).toHaveLength(text === "jo1@" ? 1 : 25);
      expect({ text, user, isShort: tokens <= 100 && customers <= 100 && statements <= 4 }).toEqual({
        text,
        user,
        isShort: true,
      });
    }
  }
});

test("perf-P5: of two words the rare one leads, wherever it stands", async () => {
  for (const text of ["jo rare77", "rare77 jo", "jo rare770"]) {
    const { customers, found } = await workOf("ops@tierline.test", (context) => findCustomers(context, text, 25));
    expect((found as object[]).length).toBeGreaterThanOrEqual(3);
    expect(customers).toBeLessThanOrEqual(100);
  }
});

test("perf-P13: the first page and the fortieth of a list read the same, in any order", async () => {
  for (const orderBy of ["NAME", "NUMBER", "NEWEST"] as const) {
    let after: string | null = null;
    const read: number[] = [];
    for (let page = 0; page < 40; page += 1) {
      const { customers, found } = await workOf("ops@tierline.test", (context) =>
        listCustomers(context, { orderBy, first: 25, after }),
      );
      read.push(customers);
      after = (found as Awaited<ReturnType<typeof listCustomers>>).pageInfo.endCursor;
    }
    expect(Math.max(...read)).toBeLessThanOrEqual(60);
  }
});
