import { addDays, compareDates, dateInZone, periodStart } from "@tierline/shared/billing-period.ts";
import type { SuspensionPolicy } from "@tierline/shared/charge.ts";
import { demoBookDays, demoCalls, type DemoCall } from "@tierline/shared/demo/calls.ts";
import type { DemoCustomer, DemoOrder, DemoReseller, DemoWorld } from "@tierline/shared/demo/model.ts";
import { delegationPresets } from "@tierline/shared/delegation.ts";
import { seedOf } from "@tierline/shared/demo/random.ts";
import { demoWorld } from "@tierline/shared/demo/world.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { assignAllowances } from "../allowances/assign-allowances.ts";
import { saveAllowance } from "../allowances/save-allowance.ts";
import { enterByHand } from "../billing/manual-entry.ts";
import { sellerPathOf } from "../billing/billing-account.ts";
import { setTerms } from "../billing/set-terms.ts";
import { offeringChain } from "../catalog/offering-chain.ts";
import { startCharging, type EdgeTerms } from "../charging/start-charging.ts";
import { delegateToCustomer } from "../customers/delegate-to-customer.ts";
import { offerNumbers } from "../dids/offer-numbers.ts";
import { createCreditNote } from "../invoices/create-credit-note.ts";
import { invoiceAccounts } from "../invoices/invoice-accounts.ts";
import { inTier, transaction, type Context } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { rootPath, systemViewer } from "../kernel/viewer.ts";
import { edgeOf } from "../orders/charge-order.ts";
import { settleCalls } from "../rating/settle-calls.ts";
import { setTaxRate } from "../taxes/set-tax-rate.ts";

const dayMs = 86_400_000;
/** So many days ago something of an invoice was given back. */
const creditDay = 2;
/** Whoever pays an invoice at all has done so after so many days. */
const paidAfterDays = 21;

/**
 * The books of the demo world for the days before it began: what recurs, calls, payments and invoices, by the same doors as ever, day by
 * day. `now` is when the world was planted. Each of it happens once, so that what was interrupted goes on when it is asked again.
 */
export async function plantDemoMoney(context: Context, now: Date): Promise<void> {
  const world = demoWorld(now);
  const accounts = await accountsOf(context);
  const sales = salesOf(world);
  const calls = demoCalls(world);
  for (let day = demoBookDays; day >= 0; day -= 1) {
    const at = new Date(now.getTime() - day * dayMs);
    const before = new Date(at.getTime() - dayMs);
    const isFirst = day === demoBookDays;
    const today: Day = { context: { ...context, clock: { now: () => at } }, world, accounts, isFirst };
    const isNew = (since: Date) => since <= at && (since > before || isFirst);
    if (isFirst) await openBooks(today);
    for (const sale of sales.filter(({ since }) => isNew(since))) await charge(today, sale);
    await settle(
      today,
      calls.filter(({ endedAt }) => isNew(endedAt)),
    );
    await payInvoices(today, at);
    if (day === creditDay) await giveBack(today, at);
    await invoiceAccounts(today.context);
  }
}

interface Day {
  /** The system's, at that time. */
  readonly context: Context;
  readonly world: DemoWorld;
  readonly accounts: ReadonlyMap<string, Account>;
  /** On which the books are opened. */
  readonly isFirst: boolean;
}

interface Account {
  readonly id: string;
  readonly path: string;
}

async function accountsOf({ em }: Context): Promise<ReadonlyMap<string, Account>> {
  const rows = await em.execute<Account[]>("select id, path from ledger_account where kind = 'BILLING'");
  return new Map(rows.map((row) => [row.path, row]));
}

const sellers: Readonly<Record<string, string>> = {
  tierline: "ops@tierline.test",
  nord: "owner@nord.test",
  acme: "owner@acme.test",
  "acme-north": "owner@north.test",
  beta: "owner@beta.test",
};

/** Whoever does the books of a reseller, in its tier. */
function bookkeeper({ context, world }: Day, reseller: DemoReseller): Context {
  const user = world.users.find(({ email }) => email === sellers[reseller.key]);
  invariant(user !== undefined, "every reseller of the demo world has somebody for its books");
  const { id: userId, name, email, role } = user;
  const permissions = new Set(permissionsOf(role));
  const viewer = {
    ...systemViewer,
    userId,
    name,
    email,
    role,
    permissions,
    resellerId: reseller.id,
    path: reseller.path,
  };
  return { ...inTier(context, reseller.path), viewer };
}

function sellerOf({ world }: Day, path: string): DemoReseller {
  const seller = world.resellers.find((each) => each.path === sellerPathOf(path));
  invariant(seller !== undefined, "whoever buys has a seller");
  return seller;
}

const creditOf = { BUSINESS: "2500.00", INDIVIDUAL: "250.00" } as const;

/** Who pays afterwards and who pays before, and what was paid before; and one customer with minutes included. */
async function openBooks(day: Day): Promise<void> {
  const { world } = day;
  const served = new Set(world.services.map(({ customerId }) => customerId));
  for (const customer of world.customers.filter(({ id }) => served.has(id))) {
    if (paysBefore(customer)) {
      await pay(day, customer.path, customer.kind === "BUSINESS" ? "120.00" : "60.00", "Opening payment", customer.id);
      continue;
    }
    await setTerms(bookkeeper(day, sellerOf(day, customer.path)), {
      accountId: accountId(day, customer.path),
      terms: { mode: "POSTPAID", creditLimit: creditOf[customer.kind], cycleDay: 1, dueDay: 15 },
    });
  }
  await includeMinutes(day);
  await letLook(day);
  await takeTax(day);
  await offerNumber(day);
}

/** John Smith, who tops up on a phone, and every third person. */
function paysBefore({ kind, number }: DemoCustomer): boolean {
  return number === 123 || (kind === "INDIVIDUAL" && number % 3 === 0);
}

async function includeMinutes(day: Day): Promise<void> {
  const { world } = day;
  const customer = world.customers.find(({ name }) => name === "Doe & Sons");
  invariant(customer !== undefined, "Doe & Sons are in the demo world");
  const owner = bookkeeper(day, sellerOf(day, customer.path));
  const minutes = { fee: "4.00", minutes: 200, isOffered: true, rolloverMinutesMax: 60 };
  const id = await saveAllowance(owner, {
    ...minutes,
    idempotencyKey: "demo-allowance-uk",
    name: "200 minutes to British numbers",
    prefixes: ["44"],
  });
  await assignAllowances(owner, {
    idempotencyKey: "demo-allowance-uk-given",
    customerId: encodeId("cus", customer.id),
    slots: [{ slot: "NUMBERS", allowanceId: encodeId("alw", id) }],
  });
}

/** What Acme asks of people in Britain holds the tax. */
async function takeTax(day: Day): Promise<void> {
  const acme = day.world.resellers.find(({ key }) => key === "acme");
  invariant(acme !== undefined, "Acme is in the demo world");
  await setTaxRate(bookkeeper(day, acme), {
    idempotencyKey: "demo-tax-gb",
    name: "VAT",
    country: "GB",
    percent: "20",
    isIncluded: true,
  });
}

/** Acme lets the resellers below it take the last of its free London numbers; the first ones are for its own customers. */
async function offerNumber(day: Day): Promise<void> {
  const acme = day.world.resellers.find(({ key }) => key === "acme");
  invariant(acme !== undefined, "Acme is in the demo world");
  const free = await day.context.em.execute<{ id: string; is_offered: boolean }[]>(
    `select id, exists (select 1 from number_offer o where o.path = i.path) as is_offered
     from inventory_item i where path = ? and identifier like '+4420%' and state = 'IN_STOCK' order by identifier desc limit 1`,
    [acme.path],
  );
  const [number] = free;
  if (number === undefined || number.is_offered) return;
  await offerNumbers(bookkeeper(day, acme), {
    itemIds: [encodeId("itm", number.id)],
    setup: "5.00",
    monthly: "1.50",
  });
}

/** John Smith sees what he owes, what he called and what he can pay. */
async function letLook(day: Day): Promise<void> {
  const john = day.world.customers.find(({ name }) => name === "John Smith");
  invariant(john !== undefined, "John Smith is in the demo world");
  const permissions = delegationPresets.SELF_SERVICE;
  await delegateToCustomer(bookkeeper(day, sellerOf(day, john.path)), { id: encodeId("cus", john.id), permissions });
}

function accountId({ accounts }: Day, path: string): string {
  const account = accounts.get(path);
  invariant(account !== undefined, "whoever buys has an account");
  return encodeId("bac", account.id);
}

async function pay(day: Day, path: string, amount: string, description: string, key: string): Promise<void> {
  await enterByHand(bookkeeper(day, sellerOf(day, path)), "PAYMENT", {
    idempotencyKey: `demo-payment-${key}`,
    accountId: accountId(day, path),
    amount,
    description,
  });
}

/** What is had and recurs: a service, or what was added to it. */
interface Sale {
  readonly kind: "SERVICE" | "ADDON";
  readonly id: string;
  readonly serviceId: string;
  readonly name: string;
  readonly order: DemoOrder;
  readonly since: Date;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly seller: DemoReseller;
  readonly path: string;
  readonly intervalMonths: number;
  readonly whileSuspended: SuspensionPolicy;
}

function salesOf(world: DemoWorld): Sale[] {
  return world.services.flatMap((service): Sale[] => {
    const { id: serviceId, path, name, startsOn, endsOn, addons } = service;
    const seller = world.resellers.find(({ id }) => id === service.resellerId);
    if (startsOn === null || seller === undefined) return [];
    const parts = [
      { kind: "SERVICE", id: serviceId, orderId: service.orderId, since: service.createdAt } as const,
      ...addons.map(({ id, orderId, addedAt }) => ({ kind: "ADDON", id, orderId, since: addedAt }) as const),
    ];
    return parts.flatMap(({ orderId, ...part }): Sale[] => {
      const order = world.orders.find(({ id }) => id === orderId);
      const offering = world.offerings.find(({ id }) => id === order?.offeringId);
      if (order === undefined || offering === undefined) return [];
      const begins = part.kind === "SERVICE" ? startsOn : dateInZone(part.since, seller.timeZone);
      return [
        {
          ...part,
          serviceId,
          name: `${offering.name} (${name})`,
          order,
          startsOn: begins,
          endsOn,
          seller,
          path,
          intervalMonths: offering.billingIntervalMonths,
          whileSuspended: offering.whileSuspended,
        },
      ];
    });
  });
}

/** As the order's own run would have done; what is older than the books is charged from its next period on. */
async function charge({ context, isFirst: isOld }: Day, sale: Sale): Promise<void> {
  const { kind, id, serviceId, name, order, startsOn, endsOn, seller, path, intervalMonths, whileSuspended } = sale;
  const at = context.clock.now();
  const from = isOld ? nextPeriod(startsOn, intervalMonths, dateInZone(at, seller.timeZone)) : startsOn;
  if (endsOn !== null && compareDates(endsOn, from) <= 0) return;
  await transaction(inTier(context, rootPath), async (tx) => {
    // What ended meanwhile would begin again.
    const known = await tx.em.execute<unknown[]>("select 1 from recurring_charge where subject_id = ? limit 1", [id]);
    if (known.length > 0) return;
    const links = await offeringChain(tx, { offeringId: order.offeringId, sellerPath: seller.path, at });
    await startCharging(tx, {
      subjectKind: kind,
      subjectId: id,
      serviceId,
      customerId: order.customerId,
      path,
      description: name,
      edges: [agreedEdge(order, path), ...links.flatMap(edgeOf)],
      intervalMonths,
      whileSuspended,
      startsOn: from,
      anchor: startsOn,
      chargeSetup: !isOld,
      endsOn,
    });
  });
}

function nextPeriod(anchor: string, intervalMonths: number, from: string): string {
  for (let n = 0; ; n += 1) {
    const start = periodStart(anchor, n, intervalMonths);
    if (compareDates(start, from) >= 0) return start;
  }
}

function agreedEdge({ lines, dueToday: { currency } }: DemoOrder, path: string): EdgeTerms {
  const amountOf = (kind: DemoOrder["lines"][number]["kind"]) =>
    lines.find((line) => line.kind === kind)?.amount.micros ?? null;
  const amounts = { setup: amountOf("SETUP"), recurring: amountOf("RECURRING"), oneOff: amountOf("ONE_OFF") };
  return { path, currency, ...amounts, rule: "RETAIL", source: null };
}

async function settle({ context, world }: Day, calls: readonly DemoCall[]): Promise<void> {
  const seller = new Map(world.services.map(({ id, resellerId }) => [id, resellerId]));
  await transaction(inTier(context, rootPath), (tx) =>
    settleCalls(
      tx,
      calls.map(({ key, ...call }) => ({
        ...call,
        source: `${seller.get(call.serviceId)}/switch`,
        sourceKey: key,
        direction: "OUT",
        number: call.called,
        refusal: null,
      })),
    ),
  );
}

interface InvoiceRow {
  readonly id: string;
  readonly number: number;
  readonly path: string;
  readonly currency: string;
  readonly owed: string;
  readonly issued_on: string;
}

/** Most pay some days after their invoice, each at their own pace; some do not. */
async function payInvoices(day: Day, at: Date): Promise<void> {
  const invoices = await day.context.em.execute<InvoiceRow[]>(
    "select id, number, path, currency, (-new_micros)::text as owed, issued_on::text from invoice where new_micros < 0 and issued_at > ?",
    [new Date(at.getTime() - paidAfterDays * dayMs)],
  );
  for (const { id, number, path, currency, owed, issued_on: issuedOn } of invoices) {
    const pace = (seedOf(path) >>> 0) % 16;
    const { timeZone } = sellerOf(day, path);
    if (pace >= 14 || addDays(issuedOn, 2 + pace) !== dateInZone(at, timeZone)) continue;
    await pay(day, path, decimalOf(money(BigInt(owed), currency)), `Invoice ${number}`, id);
  }
}

/** A month of what recurs goes back to the buyer of Acme's first invoice that is paid by now, or never will be. */
async function giveBack(day: Day, at: Date): Promise<void> {
  const acme = day.world.resellers.find(({ key }) => key === "acme");
  invariant(acme !== undefined, "Acme is in the demo world");
  const [line] = await day.context.em.execute<{ invoice_id: string; position: number }[]>(
    `select l.invoice_id, l.position from invoice i join invoice_line l on l.invoice_id = i.id join charge c on c.id = l.charge_id
     where i.seller_id = ? and i.issued_at < ? and c.kind = 'RECURRING' and l.amount_micros > 0
     order by i.number, l.position limit 1`,
    [acme.id, new Date(at.getTime() - paidAfterDays * dayMs)],
  );
  if (line === undefined) return;
  await createCreditNote(bookkeeper(day, acme), {
    idempotencyKey: "demo-credit-note",
    invoiceId: encodeId("inv", line.invoice_id),
    lines: [{ position: line.position }],
    reason: "Out of order for most of the month",
  });
}
