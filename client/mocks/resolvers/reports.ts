import { businessTypes } from "@tierline/shared/onboarding.ts";
import type * as Demo from "@tierline/shared/demo/model.ts";
import type { PaymentMode } from "@tierline/shared/ledger.ts";
import { money, type Money } from "@tierline/shared/money.ts";
import { addDays, addMonths } from "@tierline/shared/billing-period.ts";
import { encodeId } from "@tierline/shared/id.ts";
import type { QueryAccountReportArgs, QueryCallsByTimeArgs } from "../../api/generated/schema.ts";
import { fieldsOf } from "../fields.ts";
import { byText, pageOf, type Paging } from "../paging.ts";
import { refuseUnless, signedIn, type World } from "../world.ts";

interface Months {
  readonly from: string;
  readonly to: string;
}

function viewerReseller(world: World) {
  refuseUnless(world, "finance.view");
  const { resellerId } = signedIn(world);
  return world.resellers.find(({ id }) => id === resellerId)!; // whoever is signed in belongs to one
}

const nothingOf = (currency: string) => {
  const none = money(0n, currency);
  return { revenue: none, deposits: none, cost: none, otherCost: null, profit: none, marginPercent: null };
};

interface AccountRow {
  readonly key: string;
  readonly customer: Demo.DemoCustomer;
  readonly serviceId: string | null;
  readonly account: string | null;
  readonly offering: string | null;
  readonly ratePlan: null;
  readonly numbers: readonly string[];
  readonly mode: PaymentMode;
  readonly balance: Money;
}

/** A row a line, and one for a customer without any. */
function accountsOf(world: World, { filter, orderBy }: QueryAccountReportArgs): AccountRow[] {
  const { id: own, currency } = viewerReseller(world);
  const customers = world.customers.filter(({ resellerId, state }) => resellerId === own && state !== "ARCHIVED");
  const ordered =
    orderBy === "NUMBER"
      ? customers.toSorted((a, b) => a.number - b.number)
      : byText(customers, ({ name }) => name.toLowerCase());
  const rows = ordered.flatMap((customer): AccountRow[] => {
    const lines = [...world.services.values()].filter(
      ({ customerId, state }) => customerId === customer.id && state !== "TERMINATED",
    );
    const none = { customer, ratePlan: null, mode: "PREPAID", balance: money(0n, currency) } as const;
    if (lines.length === 0) {
      const key = encodeId("cus", customer.id);
      return [{ ...none, key, serviceId: null, account: null, offering: null, numbers: [] }];
    }
    return lines.map(({ id, account, offeringId }) => ({
      ...none,
      key: encodeId("svc", id),
      serviceId: encodeId("svc", id),
      account,
      offering: world.offerings.find((each) => each.id === offeringId)?.name ?? null,
      numbers: [...world.items.values()]
        .filter(({ serviceId, identifierKind }) => serviceId === id && identifierKind === "PHONE_NUMBER")
        .map(({ identifier }) => identifier),
    }));
  });
  return rows.filter(
    ({ serviceId, mode }) =>
      (filter?.mode == null || filter.mode === mode) &&
      (filter?.hasLine == null || filter.hasLine === (serviceId !== null)),
  );
}

/** Nothing was sold, paid or called in the demo world. */
export const reports = {
  Query: fieldsOf<unknown>({
    financialReport: (_, { from, to }: Months, world) => {
      const { currency, timeZone } = viewerReseller(world);
      const months: string[] = [];
      for (let month = from; month <= to; month = addMonths(`${month}-01`, 1).slice(0, 7)) months.push(month);
      const figures = nothingOf(currency);
      return { timeZone, months: months.map((month) => ({ month, figures })), total: figures };
    },
    callMargins: (_, __, world) => {
      viewerReseller(world);
      return [];
    },
    callsByTime: (_, { from, to, by }: QueryCallsByTimeArgs, world) => {
      const none = money(0n, viewerReseller(world).currency);
      const times = by === "HOUR" ? Array.from({ length: 24 }, (_hour, hour) => String(hour).padStart(2, "0")) : [];
      const end = addMonths(`${to}-01`, 1);
      for (let day = `${from}-01`; by === "DAY" && day < end; day = addDays(day, 1)) times.push(day);
      return times.map((period) => ({ period, calls: 0, seconds: 0, price: none, cost: none, margin: none }));
    },
    accountReport: (_, paging: QueryAccountReportArgs, world) => pageOf(accountsOf(world, paging), paging),
    numberReport: (_, paging: Paging, world) => {
      viewerReseller(world);
      return pageOf([], paging);
    },
    customersByBusinessType: (_, __, world) => {
      const { id } = viewerReseller(world);
      const own = world.customers.filter(({ resellerId }) => resellerId === id).length;
      return [...businessTypes.map((type) => ({ type, customers: 0 })), { type: null, customers: own }];
    },
    businessFigures: (_, __, world) => {
      const { id, currency, parentId } = viewerReseller(world);
      const none = money(0n, currency);
      const spent = { spent: none, calls: 0, seconds: 0 };
      const active = world.customers.filter(({ resellerId, state }) => resellerId === id && state === "ACTIVE").length;
      return {
        recurringRevenue: none,
        activeCustomers: active,
        revenuePerCustomer: active === 0 ? null : none,
        owed: none,
        debtors: 0,
        balance: parentId === null ? null : none,
        last30Days: spent,
        today: spent,
      };
    },
  }),
};
