import type * as Demo from "@tierline/shared/demo/model.ts";
import { money } from "@tierline/shared/money.ts";
import { fieldsOf } from "../fields.ts";
import { pageOf, type Paging } from "../paging.ts";
import { refuseUnless, resellerOf, signedIn, type World } from "../world.ts";

interface Account {
  readonly id: string;
  readonly currency: string;
}

/** Nothing was paid or charged in the demo world. Those above the seller are shown no account. */
function accountOf(world: World, customer: Demo.DemoCustomer): Account | null {
  const seller = resellerOf(world, customer);
  return seller.id === signedIn(world).resellerId ? { id: customer.id, currency: seller.currency } : null;
}

const nothing = ({ currency }: Account) => money(0n, currency);

export const billing = {
  Customer: fieldsOf<Demo.DemoCustomer>({
    billingAccount: (customer, _, world) => {
      refuseUnless(world, "balance.view");
      return accountOf(world, customer);
    },
  }),
  BillingAccount: fieldsOf<Account>({
    balance: nothing,
    available: nothing,
    held: nothing,
    entries: (_, paging: Paging) => pageOf([], paging),
  }),
};
