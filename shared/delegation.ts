import { permissionsOf, type Permission, type Role } from "./permission.ts";

/** Of one's own profile nobody decides but oneself. */
const alwaysTheirs: ReadonlySet<Permission> = new Set(["profile.update"]);

/** What a reseller can let a customer's own people do; whatever is not among it they never may. */
export const delegablePermissions: readonly Permission[] = permissionsOf("ACCOUNT_ADMIN").filter(
  (key) => !alwaysTheirs.has(key),
);

/** Whoever may look may say what does not work. */
const looking = [
  "customer.view",
  "catalog.view",
  "order.view",
  "service.view",
  "problem.view",
  "problem.report",
] as const satisfies Permission[];

/** Sets to begin from. A customer for whom nothing was decided has the first. */
export const delegationPresets = {
  LOOK: looking,
  SELF_SERVICE: delegablePermissions,
  SERVICES_ONLY: ["customer.view", "service.view"],
} as const satisfies Record<string, readonly Permission[]>;
export type DelegationPreset = keyof typeof delegationPresets;

/** Of a customer about whom nothing was decided, who administers it also sees to its people. */
const administering: readonly Permission[] = [
  ...looking,
  "subscriber.view",
  "contact.edit",
  "user.view",
  "user.invite",
  "user.update",
  "user.disable",
];

/** Whether a customer's own person may do it, as far as the customer is concerned. Null: nothing was decided. */
export function isDelegated(
  permissions: readonly string[] | null,
  key: Permission,
  role: Role = "CUSTOMER_USER",
): boolean {
  return alwaysTheirs.has(key) || (permissions ?? (role === "ACCOUNT_ADMIN" ? administering : looking)).includes(key);
}

/** The preset that is exactly this, if any. */
export function presetOf(permissions: readonly string[]): DelegationPreset | null {
  const names = Object.keys(delegationPresets) as DelegationPreset[]; // Object.keys forgets the literal keys
  return names.find((name) => isSameSet(delegationPresets[name], permissions)) ?? null;
}

export function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key) => other.includes(key));
}
