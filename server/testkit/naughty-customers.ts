import { encodeId, newId } from "@tierline/shared/id.ts";
import { insertCustomers } from "../customers/insert-customers.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { customersOfTests, pathOf } from "./customers-of-tests.ts";
import type { Shop } from "./shop.ts";
import { t0 } from "./world.ts";

/** What goes through of the verbs about a customer's standing and its people's. */
export async function standingInputs(shop: Shop) {
  const userId = await plantCustomersUser(shop);
  const next = await plantCrowd(shop);
  return {
    told: "customer { activity(first: 1) { nodes { note } } }",
    deactivate: async () => ({ id: next("ACTIVE"), confirmation: "deactivate", note: "Note" }),
    archive: async () => ({ id: next("DEACTIVATED"), confirmation: "delete", note: "Note" }),
    reactivate: async () => ({ id: next("DEACTIVATED"), note: "Note" }),
    delegate: async () => ({ id: encodeId("cus", customersOfTests.johnSmith.id), permissions: ["customer.view"] }),
    actAs: async () => ({ userId, mode: "ACT", reason: "Reason" }),
  };
}

type Standing = "ACTIVE" | "DEACTIVATED";

/** Customers that nothing was done to yet, so that the next change of one is its first entry. */
async function plantCrowd({ world }: Shop): Promise<(state: Standing) => string> {
  const crowd: Record<Standing, string[]> = { ACTIVE: [], DEACTIVATED: [] };
  let number = 500_000;
  for (const [state, list] of Object.entries(crowd) as [Standing, string[]][]) {
    const suspensionReasons = state === "ACTIVE" ? [] : (["ACCOUNT_DEACTIVATED"] as const);
    const rows = Array.from({ length: 1_600 }, () => {
      const id = newId();
      list.push(encodeId("cus", id));
      return { ...customersOfTests.johnDoe, id, number: (number += 1), state, suspensionReasons };
    });
    await insertCustomers(world.system().em, rows);
  }
  return (state) => crowd[state].pop()!; // more than there are strings
}

/** A customer's own user. */
async function plantCustomersUser({ world }: Shop): Promise<string> {
  const { id: customer, resellerId: reseller } = customersOfTests.johnSmith;
  const id = newId();
  const person = { email: "john@acme.test", name: "John Himself", role: "CUSTOMER_USER" as const };
  const place = { path: pathOf(customersOfTests.johnSmith), reseller, customer };
  await world.system().em.insert(UserEntity, { ...person, ...place, id, createdAt: t0, version: 1 });
  return encodeId("usr", id);
}
