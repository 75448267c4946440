import { decodeId, newId } from "@tierline/shared/id.ts";
import { priceListsPerResellerMax } from "@tierline/shared/limits.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { formatPercent } from "@tierline/shared/rate.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { checkBelowCost } from "../rates/below-cost.ts";
import { lockOwnReseller } from "../rates/own-reseller.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";
import { askedLoss, lossesOf } from "./below-cost.ts";
import { checkPriceListTerms, type PriceListTerms, type PriceListTermsInput } from "./check-price-list.ts";
import { boughtAt } from "./offering-chain.ts";
import { amountsOf } from "./price-list-in-force.ts";
import {
  PriceListEntity,
  PriceListVersionEntity,
  type PriceListRow,
  type PriceListVersionRow,
} from "./price-list.entity.ts";

export interface SavePriceListInput extends PriceListTermsInput {
  readonly idempotencyKey: string;
  /** The API's id; without it the list is a new one. */
  readonly id?: string | null | undefined;
  readonly effectiveFrom?: Date | null | undefined;
  readonly belowCostReason?: string | null | undefined;
}

/**
 * What a price list says from a time on. A list that already says the same gets no further version, and nothing is told of it (U31).
 * Answers the list's UUID.
 * @throws AccessError NOT_FOUND; Rejection with every wrong field
 */
export function savePriceList(context: Context, input: SavePriceListInput): Promise<string> {
  require(context, "finance.view");
  return once(context, "priceList.save", input.idempotencyKey, input, (tx) => saveWithin(tx, input));
}

/** Where one own price alone is changed: below cost only that is judged, and what was let for the others stays let. */
interface OneOfThem {
  readonly offeringId: string;
  readonly belowCostReason: string | null;
}

/** The same in a transaction that is under way. */
export async function saveWithin(
  tx: Transaction,
  input: Omit<SavePriceListInput, "idempotencyKey">,
  one: OneOfThem | null = null,
): Promise<string> {
  const reseller = await lockOwnReseller(tx);
  const before = input.id == null ? null : await ownPriceList(tx, input.id);
  const last = before === null ? null : await lastVersion(tx, before.id);
  const refusals = new Refusals();
  const terms = await checkPriceListTerms(tx, refusals, input, reseller.currency);
  await checkPlace(tx, refusals, before, terms.name);
  const effectiveFrom = checkTime(tx, refusals, input.effectiveFrom ?? null, last);
  const losses = await askedLosses(tx, terms, reseller, effectiveFrom, one?.offeringId ?? null);
  const given = checkBelowCost(tx, refusals, losses, (one ?? input).belowCostReason ?? null);
  const reason = given ?? (one === null ? null : (last?.reason ?? null));
  refusals.settle();
  const list = before ?? (await insertList(tx, reseller, terms.name));
  if (before !== null && before.name !== terms.name) {
    await tx.em.nativeUpdate(PriceListEntity, { id: list.id }, { name: terms.name, version: before.version + 1 });
  }
  const saysOtherwise = last === null || changesBetween(inWords(last), inWords(terms)).length > 0;
  if (saysOtherwise) await insertVersion(tx, list, terms, { effectiveFrom, reason });
  const changes = changesBetween(last === null ? {} : { name: before?.name, ...inWords(last) }, {
    name: terms.name,
    ...inWords(terms),
    ...(saysOtherwise && { effectiveFrom, ...(reason !== null && { reason }) }),
  });
  if (changes.length === 0) return list.id;
  await recordAudit(tx, {
    operation: "priceList.save",
    subjectKind: "priceList",
    subjectId: list.id,
    subject: terms.name,
    changes,
    path: list.path,
  });
  return list.id;
}

/** Of the viewer's own reseller. @throws AccessError NOT_FOUND */
export async function ownPriceList({ em, viewer }: Pick<Context, "em" | "viewer">, apiId: string) {
  const id = decodeId("prl", apiId);
  const path = resellerPathOf(viewer.path);
  const row = id === null ? null : await em.findOne(PriceListEntity, { id, path }, { disableIdentityMap: true });
  if (row === null) throw notFound();
  return row;
}

/** The own prices that lose money at what the seller pays at that time, each with its field; of one offering alone where one is said. */
async function askedLosses(
  context: Context,
  terms: PriceListTerms,
  { path }: ResellerRow,
  at: Date,
  onlyOf: string | null,
) {
  const bought = await boughtAt(
    context,
    terms.offerings.map(({ id }) => ({ offeringId: id, sellerPath: path })),
    terms,
    at,
  );
  return terms.offerings.flatMap(({ id }, index) => {
    if (onlyOf !== null && id !== onlyOf) return [];
    const asked = amountsOf(terms.ownPrices[index]!, terms.currency); // as many as offerings
    return lossesOf(asked, bought.get(id) ?? null).map((loss) => askedLoss(loss, ["ownPrices", String(index)]));
  });
}

async function checkPlace(
  { em, viewer }: Transaction,
  refusals: Refusals,
  before: PriceListRow | null,
  name: string,
): Promise<void> {
  const path = resellerPathOf(viewer.path);
  const isText = !name.includes("\0") && name.isWellFormed(); // PostgreSQL knows no other
  const same = isText ? await em.findOne(PriceListEntity, { path, name }, { disableIdentityMap: true }) : null;
  if (same !== null && same.id !== before?.id) refusals.add("TAKEN", say("price.listTaken", { name }), "name");
  if (before !== null || (await em.count(PriceListEntity, { path })) < priceListsPerResellerMax) return;
  refusals.add("LIMIT_EXCEEDED", say("price.tooManyLists", { max: priceListsPerResellerMax }));
}

function checkTime(tx: Transaction, refusals: Refusals, asked: Date | null, last: PriceListVersionRow | null): Date {
  const now = tx.clock.now();
  const earliest = last === null || last.effectiveFrom < now ? now : last.effectiveFrom;
  if (asked !== null && asked < now) refusals.add("INVALID", say("rate.past"), "effectiveFrom");
  else if (asked !== null && asked < earliest) refusals.add("INVALID", say("rate.beforeNewest"), "effectiveFrom");
  return asked ?? earliest;
}

export async function lastVersion({ em }: Pick<Context, "em">, list: string): Promise<PriceListVersionRow | null> {
  const orderBy = { effectiveFrom: "desc", id: "desc" } as const;
  const [row] = await em.find(PriceListVersionEntity, { list }, { disableIdentityMap: true, orderBy, limit: 1 });
  return row ?? null;
}

async function insertList(tx: Transaction, { id: reseller, path }: ResellerRow, name: string): Promise<PriceListRow> {
  const createdAt = tx.clock.now();
  const row = { id: newId(createdAt.getTime()), path, reseller, name, createdAt, version: 1 };
  await tx.em.insert(PriceListEntity, row);
  return row;
}

async function insertVersion(
  tx: Transaction,
  { id: list, path }: PriceListRow,
  { name: _name, offerings: _offerings, ...facts }: PriceListTerms,
  when: { readonly effectiveFrom: Date; readonly reason: string | null },
): Promise<void> {
  const createdAt = tx.clock.now();
  const id = newId(createdAt.getTime());
  await tx.em.insert(PriceListVersionEntity, {
    ...facts,
    ...when,
    id,
    path,
    list,
    createdAt,
    createdBy: tx.viewer.name,
  });
}

type Facts = Pick<PriceListVersionRow, "currency" | "markupFixedMicros" | "markupPercent" | "ownPrices"> & {
  readonly exchangeRate?: string | null | undefined;
};

function inWords({ currency, markupFixedMicros, markupPercent, exchangeRate, ownPrices }: Facts) {
  const amounts = ({ setup, recurring, oneOff }: Facts["ownPrices"][number]) =>
    [setup, recurring, oneOff].map((amount) => amount ?? "-").join(" ");
  return {
    currency,
    markupFixed: decimalOf(money(BigInt(markupFixedMicros), currency)),
    markupPercent: formatPercent(BigInt(markupPercent)),
    exchangeRate: exchangeRate ?? null,
    ownPrices: ownPrices.map((own) => `${own.offering} ${amounts(own)}`).toSorted(),
  };
}
