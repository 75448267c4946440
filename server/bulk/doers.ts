import type { BulkKind } from "@tierline/shared/bulk.ts";
import { addInventory } from "./add-inventory.ts";
import { assignPlans } from "./assign-plans.ts";
import type { BulkDoer } from "./bulk-kind.ts";
import { changePackages } from "./change-packages.ts";
import { createCustomers } from "./create-customers.ts";
import { createSubscribers } from "./create-subscribers.ts";
import { deleteSubscribers } from "./delete-subscribers.ts";
import { inviteUsers } from "./invite-users.ts";
import { setPrices } from "./set-prices.ts";
import { resumeServices, suspendServices } from "./suspend-services.ts";
import { terminateServices } from "./terminate-services.ts";

/** By what rows of each kind are done. */
export const doers: Readonly<Record<BulkKind, BulkDoer>> = {
  CUSTOMERS: createCustomers,
  INVENTORY: addInventory,
  PLANS: assignPlans,
  SUBSCRIBERS: createSubscribers,
  PACKAGE_CHANGES: changePackages,
  SUBSCRIBER_DELETIONS: deleteSubscribers,
  USERS: inviteUsers,
  PRICES: setPrices,
  SUSPENSIONS: suspendServices,
  RESUMPTIONS: resumeServices,
  TERMINATIONS: terminateServices,
};

/** Of which the same file may do something again. */
export const reversibleKinds: readonly BulkKind[] = Object.values(doers).flatMap(({ kind, isReversible = false }) =>
  isReversible ? [kind] : [],
);
