import type { Permission } from "./permission.ts";

interface ScopeFacts {
  readonly permissions: readonly Permission[];
}

const customersRead = ["customer.view", "search.use"] as const;
const subscribersRead = ["subscriber.view", "service.view", "order.view", "run.view"] as const;
const billingRead = ["balance.view", "invoice.view", "call.view", "call_type.view"] as const;
const catalogRead = ["catalog.view"] as const;
const inventoryRead = ["inventory.view"] as const;
const resellersRead = ["reseller.view"] as const;

/** What a program may be given: each scope is a set of permissions, and one that writes reads what it writes. */
export const scopes = {
  customers_read: { permissions: customersRead },
  customers_write: {
    permissions: [...customersRead, "customer.create", "customer.update", "contact.edit", "package.assign"],
  },
  subscribers_read: { permissions: subscribersRead },
  subscribers_write: {
    permissions: [
      ...subscribersRead,
      "subscriber.edit",
      "subscriber.delete",
      "catalog.view",
      "inventory.view",
      "inventory.reserve",
      "order.place",
      "order.undo",
      "service.check",
      "service.suspend",
      "service.terminate",
      "line.manage",
      "run.operate",
    ],
  },
  billing_reports_read: { permissions: ["finance.view", "home.view", "rate.view"] },
  billing_read: { permissions: billingRead },
  billing_write: {
    permissions: [...billingRead, "balance.change", "call.record", "credit.buy", "invoice.issue", "credit_note.create"],
  },
  catalog_read: { permissions: catalogRead },
  catalog_write: { permissions: [...catalogRead, "catalog.edit", "rate.edit", "price.sell_below_cost"] },
  inventory_read: { permissions: inventoryRead },
  inventory_write: {
    permissions: [
      ...inventoryRead,
      "inventory.add",
      "inventory.edit",
      "inventory.reserve",
      "inventory.hand_down",
      "inventory.sell",
      "template.edit",
    ],
  },
  resellers_read: { permissions: resellersRead },
  resellers_write: { permissions: [...resellersRead, "reseller.create", "reseller.update", "reseller.activate"] },
  platform_read: { permissions: ["connector.view", "playbook.view", "audit.view"] },
} as const satisfies Record<string, ScopeFacts>;

export type Scope = keyof typeof scopes;

export const scopeKeys = Object.keys(scopes) as readonly Scope[]; // Object.keys forgets the literal keys

export function isScope(text: string): text is Scope {
  return Object.hasOwn(scopes, text);
}

/** All that these give together. */
export function permissionsOfScopes(keys: readonly Scope[]): ReadonlySet<Permission> {
  return new Set(keys.flatMap((key): readonly Permission[] => scopes[key].permissions));
}

/** The narrowest scope that gives this permission; null for what no program is given. */
export function scopeFor(permission: Permission): Scope | null {
  const giving = scopeKeys.filter((key) => permissionsOfScopes([key]).has(permission));
  return giving.toSorted((a, b) => scopes[a].permissions.length - scopes[b].permissions.length)[0] ?? null;
}
