import type { CustomerPackagesFieldsFragment } from "./subscribers.generated.ts";

/** A package or add-on of a customer, with its seats. */
export type HeldPackage = CustomerPackagesFieldsFragment["packages"][number];
