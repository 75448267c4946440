import { cardRetryDaysDefault } from "@tierline/shared/card-retries.ts";
import type * as Demo from "@tierline/shared/demo/model.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { money } from "@tierline/shared/money.ts";
import type { MethodStanding } from "@tierline/shared/payment.ts";
import { fieldsOf } from "../fields.ts";
import { pageOf, type Paging } from "../paging.ts";
import { needed, refuseUnless, resellerOf, signedIn, type World } from "../world.ts";

interface Account {
  readonly id: string;
  readonly currency: string;
  readonly seller: Demo.DemoReseller;
}

/** The one that takes payments in the demo world. */
const takesCards = ({ key }: Demo.DemoReseller): boolean => key === "acme";

function holderOf(world: World, { id }: Demo.DemoPaymentMethod): Demo.DemoCustomer | undefined {
  return world.customers.find(({ paymentMethods }) => paymentMethods.some((method) => method.id === id));
}

export function standingOf(world: World, method: Demo.DemoPaymentMethod): MethodStanding {
  const holder = holderOf(world, method);
  return holder !== undefined && method.kind === "CARD" && takesCards(resellerOf(world, holder)) ? "READY" : "NOTED";
}

/** Nothing was paid or charged in the demo world. Those above the seller are shown no account. */
function accountOf(world: World, customer: Demo.DemoCustomer): Account | null {
  const seller = resellerOf(world, customer);
  return seller.id === signedIn(world).resellerId ? { id: customer.id, currency: seller.currency, seller } : null;
}

const nothing = ({ currency }: Account) => money(0n, currency);

export const billing = {
  Query: fieldsOf<unknown>({
    paymentGateways: (_, __, world) => {
      refuseUnless(world, "payment.set_up");
      return [];
    },
    invoice: (_, __, world) => {
      refuseUnless(world, "invoice.view");
      return null;
    },
    creditNote: (_, __, world) => {
      refuseUnless(world, "invoice.view");
      return null;
    },
    waitingCharges: (_, paging: Paging, world) => {
      refuseUnless(world, "balance.view");
      return pageOf([], paging);
    },
    taxRates: (_, __, world) => {
      refuseUnless(world, "rate.view");
      return [];
    },
    explainCharge: (_, __, world) => {
      refuseUnless(world, "invoice.view");
      return null;
    },
  }),
  Customer: fieldsOf<Demo.DemoCustomer>({
    billingAccount: (customer, _, world) => {
      refuseUnless(world, "balance.view");
      return accountOf(world, customer);
    },
  }),
  Reseller: fieldsOf<Demo.DemoReseller>({
    billingAccount: ({ id, parentId }, _, world) => {
      refuseUnless(world, "balance.view");
      const { resellerId } = signedIn(world);
      const seller = world.resellers.find((each) => each.id === parentId);
      const isSide = id === resellerId || parentId === resellerId;
      return seller === undefined || !isSide ? null : { id, currency: seller.currency, seller };
    },
    dunning: ({ id, currency }, _, world) => {
      refuseUnless(world, "balance.view");
      const suspend = money(0n, currency);
      const said = {
        warn: null,
        suspend,
        terminate: null,
        terminateDays: null,
        cardRetryDays: [...cardRetryDaysDefault],
      };
      return id === signedIn(world).resellerId ? said : null;
    },
  }),
  PaymentMethod: fieldsOf<Demo.DemoPaymentMethod>({
    standing: (method, _, world) => standingOf(world, method),
    renewals: (method, _, world) => {
      const holder = holderOf(world, method);
      const isRenewed = ({ customerId, autoRenew, state }: Demo.DemoService) =>
        customerId === holder?.id && autoRenew && !["TERMINATED", "EXPIRED", "PENDING_FAILED"].includes(state);
      return method.isDefault ? [...world.services.values()].filter(isRenewed).length : 0;
    },
  }),
  Subscription: fieldsOf<{ id: string }>({
    billingAccount: (_, { id }: { id: string }, world) => {
      refuseUnless(world, "balance.view");
      const buyer = decodeId("bac", id);
      const customer = world.customers.find((each) => each.id === buyer);
      const seller = world.resellers.find(
        (each) => each.id === world.resellers.find((it) => it.id === buyer)?.parentId,
      );
      return needed(
        customer === undefined
          ? seller && { id: buyer!, currency: seller.currency, seller }
          : accountOf(world, customer),
      );
    },
  }),
  BillingAccount: fieldsOf<Account>({
    balance: nothing,
    available: () => null,
    held: nothing,
    mode: () => "PREPAID",
    policy: () => "PERMISSIVE",
    creditLimit: () => null,
    isNearLimit: () => false,
    cycleDay: () => 1,
    dueDay: () => null,
    lowBalance: () => null,
    lowBalanceEmail: () => null,
    standing: () => ({ maySpend: true, reason: null }),
    entries: (_, paging: Paging) => pageOf([], paging),
    payments: (_, paging: Paging) => pageOf([], paging),
    autoRecharge: () => null,
    rechargeAmounts: ({ seller, currency }) =>
      takesCards(seller) ? [10n, 20n, 50n].map((units) => money(units * 1_000_000n, currency)) : [],
    keepsCards: ({ seller }) => takesCards(seller),
    topUps: (_, __, world) => {
      refuseUnless(world, "credit.buy");
      return [];
    },
    invoices: (_, paging: Paging, world) => {
      refuseUnless(world, "invoice.view");
      return pageOf([], paging);
    },
    creditNotes: (_, paging: Paging, world) => {
      refuseUnless(world, "invoice.view");
      return pageOf([], paging);
    },
    taxExemption: (_, __, world) => {
      refuseUnless(world, "invoice.view");
      return null;
    },
    upcomingCharges: (account) => ({
      tomorrow: nothing(account),
      nextThreeDays: nothing(account),
      nextSevenDays: nothing(account),
    }),
  }),
};
