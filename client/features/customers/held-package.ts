import type { CustomerPackagesFieldsFragment } from "./subscribers.generated.ts";

/** A package or add-on of a customer, with its seats. */
export type HeldPackage = CustomerPackagesFieldsFragment["packages"][number];

interface Named {
  readonly name: string;
  readonly package: { readonly key: string } | null;
}

/** As people know them; the key alone where nobody here has seen it. */
export function packageNames(keys: readonly string[], known: readonly Named[]): string {
  return keys.map((key) => known.find((each) => each.package?.key === key)?.name ?? key).join(", ");
}
