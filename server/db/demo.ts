import type { DemoWorld } from "@tierline/shared/demo/model.ts";
import { demoUsers } from "@tierline/shared/demo/users.ts";
import { demoWorld } from "@tierline/shared/demo/world.ts";
import type { Role } from "@tierline/shared/permission.ts";
import { AuditEntity } from "../audit/audit.entity.ts";
import { insertCustomers } from "../customers/insert-customers.ts";
import { PaymentMethodEntity, ContactEntity, SiteEntity } from "../customers/customer-parts.entity.ts";
import { hashPassword } from "../identity/password.ts";
import { insertUsers } from "../identity/insert-users.ts";
import { insertCustody } from "../inventory/insert-custody.ts";
import { insertItems } from "../inventory/insert-items.ts";
import { InventoryTemplateEntity } from "../inventory/template.entity.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { plantCallIn } from "./demo-call-in.ts";
import { plantCatalog } from "./demo-catalog.ts";
import { plantHistory } from "./demo-history.ts";
import { plantGateways } from "./demo-gateways.ts";
import { plantPriceLists } from "./demo-price-lists.ts";
import { plantRates } from "./demo-rates.ts";

/** Known to everyone: only ever planted into a new embedded database. */
export const demoPassword = "demo-tierline";

/** Who can sign in to the demo, in the order in which they are offered. */
export function demoAccounts(): { email: string; name: string; role: Role }[] {
  const first = [
    "agent@acme.test",
    "owner@acme.test",
    "owner@beta.test",
    "ops@tierline.test",
    "jane@johnson.test",
    "john@smith.test",
  ];
  const users = demoUsers(new Date());
  return first.flatMap((email) =>
    users.filter((user) => user.email === email).map(({ name, role }) => ({ email, name, role })),
  );
}

/** No tier yet: nothing has ever been planted here. Asked as the operator would. */
export async function isEmpty(context: Context): Promise<boolean> {
  return (await context.em.count(ResellerEntity)) === 0;
}

/** Its passwords are known to everyone, and its owners need no second factor: nobody runs a business on it by mistake. */
export async function refuseDemoWorld(context: Context): Promise<void> {
  if ((await context.em.count(ResellerEntity, { isDemo: true })) === 0) return;
  throw new Error(
    "This database holds the demo world, whose passwords everybody knows. Start with a database of your own, or without TIERLINE_DEMO=0.",
  );
}

/** All of it in one transaction, so that a start that was interrupted begins anew. */
export async function plantDemoWorld(context: Context): Promise<void> {
  const world = demoWorld(context.clock.now());
  const passwordHash = await hashPassword(context.vault, demoPassword);
  await transaction(context, async (tx) => {
    await plantTiers(tx, world);
    await plantPeople(tx, world, passwordHash);
    await plantGateways(tx, world);
    await plantCallIn(tx);
    await plantStock(tx, world);
    await plantCatalog(tx, world);
    await plantHistory(tx, world);
    await plantRates(tx, world.now);
    await plantPriceLists(tx, world.now);
    await tx.em.insertMany(
      AuditEntity,
      world.trail.map((entry) => ({ ...entry, onBehalfOf: null, changes: [], note: null, requestId: null })),
    );
    await insertCustody(
      tx.em,
      world.items.flatMap(({ id, path, custody }) => custody.map((step) => ({ ...step, itemId: id, path }))),
    );
  });
}

async function plantTiers(tx: Transaction, { resellers }: DemoWorld): Promise<void> {
  await tx.em.insertMany(
    ResellerEntity,
    resellers.map(({ parentId, failureEmails, ...row }) => ({
      ...row,
      parent: parentId,
      failureEmails: [...failureEmails],
      delegated: null,
      isDemo: parentId === null,
      version: 1,
    })),
  );
}

async function plantPeople(
  tx: Transaction,
  { resellers, customers, users }: DemoWorld,
  passwordHash: string,
): Promise<void> {
  const pathOf = new Map(resellers.map(({ id, path }) => [id, path]));
  await insertCustomers(
    tx.em,
    customers.map((customer) => ({ ...customer, resellerPath: pathOf.get(customer.resellerId) ?? "" })),
  );
  const parts = customers.map(({ id, path, contacts, sites, paymentMethods }) => ({
    of: { customer: id, path },
    contacts,
    sites,
    paymentMethods,
  }));
  await tx.em.insertMany(
    ContactEntity,
    parts.flatMap(({ of, contacts }) =>
      contacts.map(({ roles, ...contact }) => ({
        ...of,
        ...contact,
        roles: [...roles],
        version: 1,
      })),
    ),
  );
  await tx.em.insertMany(
    SiteEntity,
    parts.flatMap(({ of, sites }) => sites.map((site) => ({ ...of, ...site, version: 1 }))),
  );
  await tx.em.insertMany(
    PaymentMethodEntity,
    parts.flatMap(({ of, paymentMethods }) => paymentMethods.map((method) => ({ ...of, ...method }))),
  );
  await insertUsers(
    tx.em,
    users.map((user) => ({ ...user, passwordHash })),
  );
}

async function plantStock(tx: Transaction, { templates, items }: DemoWorld): Promise<void> {
  await tx.em.insertMany(
    InventoryTemplateEntity,
    templates.map(({ resellerId: _resellerId, ...template }) => ({ ...template, version: 1 })),
  );
  await insertItems(tx.em, items);
}
