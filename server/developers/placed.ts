import { isDelegated } from "@tierline/shared/delegation.ts";
import { holds, type Permission } from "@tierline/shared/permission.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import {
  accountColumns,
  isDeactivated,
  rightsOf,
  upwardFrom,
  type Account,
  type UpwardReseller,
} from "../identity/account.ts";
import type { Viewer } from "../kernel/viewer.ts";

/** What a person has put at a reseller or a customer for a third party: with the account of its maker, who answers for it. */
export interface Placed extends Account {
  readonly place_path: string;
  readonly place_reseller_id: string;
  readonly place_customer_id: string | null;
  readonly place_customer_state: string | null;
  /** What the reseller lets the people of that customer do; null: nothing was decided. */
  readonly place_customer_delegated: readonly string[] | null;
  readonly place_upward: readonly UpwardReseller[];
}

/** The columns of `Placed`, of a table `c` with a reseller, a customer and a maker, joined by `placedJoins`. */
export const placedColumns = `
  c.path as place_path, c.reseller_id as place_reseller_id, c.customer_id as place_customer_id, own.state as place_customer_state,
  ${upwardFrom("c.reseller_id")} as place_upward,
  (select to_json(d.permissions) from delegation d where d.customer_id = c.customer_id) as place_customer_delegated,
  ${accountColumns}`;

export const placedJoins =
  "join app_user u on u.id = c.maker_id left join customer k on k.id = u.customer_id left join customer own on own.id = c.customer_id";

/** Whether it may work at all: its maker, customer and reseller still do, and it lies within what its maker sees. */
export function isAlive(placed: Placed): boolean {
  return !isDeactivated(placed) && !isDeactivated(ofPlace(placed)) && isWithin(placed.place_path, placed.path);
}

/**
 * What its maker may at this moment (OX8), as far as its reseller and all above let it be done, and at a customer what that one's
 * own people may.
 */
export function rightsAt(placed: Placed): Pick<Viewer, "permissions" | "withheld"> {
  const own = rightsOf(placed);
  const reach = rightsOf({ ...ofPlace(placed), customer_id: null });
  const isGiven = (key: Permission) => mayOfCustomer(placed, key);
  const isTheMakers = (key: Permission) => own.permissions.has(key) || own.withheld.has(key);
  return {
    permissions: new Set([...reach.permissions].filter((key) => isGiven(key) && own.permissions.has(key))),
    withheld: new Map([...reach.withheld, ...own.withheld].filter(([key]) => isGiven(key) && isTheMakers(key))),
  };
}

/** What the thing itself depends on, where its maker's account depends on theirs. */
function ofPlace(placed: Placed): Account {
  const { place_customer_state: customer_state, place_upward: upward } = placed;
  return { ...placed, disabled_at: null, customer_state, upward };
}

function mayOfCustomer({ place_customer_id, place_customer_delegated }: Placed, key: Permission): boolean {
  return place_customer_id === null || (holds("CUSTOMER_USER", key) && isDelegated(place_customer_delegated, key));
}
