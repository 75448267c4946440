import { permissionKeys, type Permission } from "@tierline/shared/permission.ts";

/** Permissions as they are read: by what they are about. */
export const rightGroups = [
  { key: "resellers", prefixes: ["reseller"] },
  { key: "customers", prefixes: ["customer"] },
  { key: "selling", prefixes: ["catalog", "finance", "order"] },
  { key: "services", prefixes: ["service"] },
  { key: "inventory", prefixes: ["inventory", "template"] },
  { key: "network", prefixes: ["run", "playbook", "connector", "lab"] },
  { key: "other", prefixes: null },
] as const satisfies readonly { readonly key: string; readonly prefixes: readonly string[] | null }[];

export type RightGroup = (typeof rightGroups)[number]["key"];

const named: readonly string[] = rightGroups.flatMap(({ prefixes }) => prefixes ?? []);

/** Every permission stands in one group; those of a newer kind in the last. */
export function rightsOfGroup(group: RightGroup): Permission[] {
  const prefixes = rightGroups.find(({ key }) => key === group)?.prefixes ?? null;
  return permissionKeys.filter((key) => {
    const [prefix = ""] = key.split(".");
    return prefixes === null ? !named.includes(prefix) : prefixes.some((each) => each === prefix);
  });
}

/** Null: everything. */
export function isLetDo(delegated: readonly string[] | null, permission: Permission): boolean {
  return delegated === null || delegated.includes(permission);
}

/**
 * What may be ticked: what one holds, and what the reseller was named already by somebody who held more, which may be left to it.
 */
export function mayBeGiven(permission: Permission, own: readonly string[], before: readonly string[] | null): boolean {
  return own.includes(permission) || (before ?? []).includes(permission);
}
