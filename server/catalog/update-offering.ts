import type { SuspensionPolicy } from "@tierline/shared/charge.ts";
import type { CustomerKind, PriceKind } from "@tierline/shared/kinds.ts";
import type { Money } from "@tierline/shared/money.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { AccessError, invariant, notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { refuseLinesAbove } from "../resellers/lines.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import {
  amountFields,
  checkAmounts,
  checkCallsOf,
  checkCustomFields,
  checkPackageTerms,
  checkDescription,
  checkFacts,
  checkKey,
  checkMonths,
  checkName,
  checkRequirements,
  checkSegments,
  type AmountsInput,
  type CustomFieldInput,
  type PackageTermsInput,
  type RequirementInput,
} from "./check-offering.ts";
import { checkBelowCost } from "../rates/below-cost.ts";
import { askedLoss, lossesOf } from "./below-cost.ts";
import { checkRunnable } from "./check-runnable.ts";
import { offeringChain } from "./offering-chain.ts";
import { OfferingEntity, type OfferingRow } from "./offering.entity.ts";
import { findOffering } from "./offering.ts";
import {
  costTermsByListing,
  listingKey,
  priceTermsByListing,
  sellerPathOf,
  type Listing,
  type PriceTerms,
} from "./price-terms.ts";
import {
  amountWords,
  mergedAmounts,
  resolvePlaybook,
  resolveRequirements,
  writeAmounts,
  writeRequirements,
} from "./write-offering.ts";

/** What is undefined stays. */
export interface UpdateOfferingInput {
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly segments?: readonly CustomerKind[] | null | undefined;
  readonly isEnabled?: boolean | null | undefined;
  readonly facts?: readonly string[] | null | undefined;
  readonly icon?: string | null | undefined;
  readonly price?: AmountsInput | null | undefined;
  readonly cost?: AmountsInput | null | undefined;
  readonly billingIntervalMonths?: number | null | undefined;
  readonly contractTermMonths?: number | null | undefined;
  readonly whileSuspended?: SuspensionPolicy | null | undefined;
  readonly requirements?: readonly RequirementInput[] | null | undefined;
  readonly customFields?: readonly CustomFieldInput[] | null | undefined;
  readonly playbookKey?: string | null | undefined;
  readonly needsSite?: boolean | null | undefined;
  readonly needsInstallation?: boolean | null | undefined;
  readonly simultaneousCalls?: number | null | undefined;
  readonly package?: PackageTermsInput | null | undefined;
  readonly belowCostReason?: string | null | undefined;
}

/** Whoever made it changes all of it but the slug; a tier below may only set its own price for it. */
export function updateOffering(context: Context, id: string, input: UpdateOfferingInput): Promise<void> {
  if (input.cost != null) require(context, "finance.view");
  return transaction(context, async (tx) => {
    await tx.em.execute("select 1 from offering where id = ? for update", [id]);
    const before = await findOffering(tx, id);
    if (before === null) throw notFound();
    checkOwner(before, input, tx.viewer.path);
    if (before.version !== input.version) {
      throw new Rejection({
        code: "STALE",
        message: say("stale.changed", { name: before.name }),
        path: ["version"],
      });
    }
    await change(tx, before, input);
  });
}

function checkOwner(offering: OfferingRow, input: UpdateOfferingInput, viewerPath: string): void {
  if (isWithin(offering.path, viewerPath) || ownersFields.every((field) => input[field] == null)) return;
  throw new AccessError("FORBIDDEN", say("offering.otherOwner", { offering: offering.name }));
}

const ownersFields = [
  "name",
  "description",
  "segments",
  "isEnabled",
  "facts",
  "icon",
  "billingIntervalMonths",
  "contractTermMonths",
  "whileSuspended",
  "requirements",
  "customFields",
  "playbookKey",
  "needsSite",
  "needsInstallation",
  "simultaneousCalls",
  "package",
] as const satisfies readonly (keyof UpdateOfferingInput)[];

async function change(tx: Transaction, before: OfferingRow, input: UpdateOfferingInput): Promise<void> {
  const refusals = new Refusals();
  const sellerPath = sellerPathOf(before, tx.viewer.path);
  const details = checkedDetails(refusals, before, input);
  const playbook =
    input.playbookKey == null ? before.playbook : await resolvePlaybook(tx, refusals, input.playbookKey, before.path);
  checkRequirements(refusals, input.requirements ?? []);
  const requirements =
    input.requirements == null ? null : await resolveRequirements(tx, refusals, input.requirements, before.path);
  const amounts = await checkedAmounts(tx, refusals, { offeringId: before.id, sellerPath }, input);
  const reason = await checkRetail(tx, refusals, { offeringId: before.id, sellerPath }, amounts, input);
  if (input.isEnabled === true && !before.isEnabled) await checkRunnable(tx, refusals, playbook);
  refusals.settle();
  invariant(playbook !== null, "an unknown playbook was refused");
  if (isWithin(before.path, tx.viewer.path)) {
    await refuseLinesAbove(
      tx,
      { kind: "offering", id: before.id },
      { before: before.simultaneousCalls ?? null, after: details.simultaneousCalls, path: ["simultaneousCalls"] },
    );
    await tx.em.nativeUpdate(OfferingEntity, { id: before.id }, { ...details, playbook, version: before.version + 1 });
  }
  const place = { offeringId: before.id, path: sellerPath };
  if (requirements !== null) await writeRequirements(tx, { ...place, path: before.path }, requirements);
  await writeAmounts(tx, "price", place, amounts.price);
  await writeAmounts(tx, "cost", place, amounts.cost);
  await record(tx, { before, sellerPath }, { ...details, playbook }, input, { ...amounts, reason });
}

/** BX4: a price or a cost that is changed here may not leave the price below the cost, but for a reason. */
async function checkRetail(
  tx: Transaction,
  refusals: Refusals,
  listing: Listing,
  { price, cost, priceBefore }: CheckedAmounts,
  { belowCostReason }: UpdateOfferingInput,
): Promise<string | null> {
  if (price.size === 0 && cost.size === 0) return null;
  const sold = (await offeringChain(tx, { ...listing, at: tx.clock.now() })).at(-1);
  const asked = mergedAmounts(priceBefore, price);
  const pays = sold?.pays ?? null;
  const paid = sold?.paysBy === "LIST" ? pays : mergedAmounts(pays, cost);
  const losses = lossesOf(asked, paid).filter(
    ({ key }) => asked[key]?.micros !== priceBefore?.[key]?.micros || paid?.[key]?.micros !== pays?.[key]?.micros,
  );
  const fields = losses.map((loss) => askedLoss(loss, [price.size > 0 ? "price" : "cost"]));
  return checkBelowCost(tx, refusals, fields, belowCostReason ?? null);
}

function checkedDetails(refusals: Refusals, before: OfferingRow, input: UpdateOfferingInput) {
  const icon = input.icon ?? before.icon;
  checkKey(refusals, icon, "noun.icon", "icon");
  const interval = input.billingIntervalMonths ?? before.billingIntervalMonths;
  const term = input.contractTermMonths ?? before.contractTermMonths;
  return {
    name: checkName(refusals, input.name ?? before.name),
    description: checkDescription(refusals, input.description === undefined ? before.description : input.description),
    segments: checkSegments(refusals, input.segments ?? before.segments),
    facts: checkFacts(refusals, input.facts ?? before.facts),
    icon,
    billingIntervalMonths: checkMonths(refusals, interval, 1, "billingIntervalMonths"),
    contractTermMonths: checkMonths(refusals, term, 0, "contractTermMonths"),
    customFields: checkCustomFields(refusals, input.customFields ?? before.customFields),
    isEnabled: input.isEnabled ?? before.isEnabled,
    whileSuspended: input.whileSuspended ?? before.whileSuspended,
    needsSite: input.needsSite ?? before.needsSite,
    needsInstallation: input.needsInstallation ?? before.needsInstallation,
    simultaneousCalls: checkCallsOf(
      refusals,
      before,
      input.simultaneousCalls === undefined ? (before.simultaneousCalls ?? null) : input.simultaneousCalls,
    ),
    packageTerms: checkPackageTerms(refusals, before, input.package ?? null, before.packageTerms ?? null),
  };
}

interface CheckedAmounts {
  readonly price: Map<PriceKind, Money | null>;
  readonly cost: Map<PriceKind, Money | null>;
  readonly priceBefore: PriceTerms | null;
}

/**
 * A tier that sets its first price for what it gets from above takes over the other amounts as they are, since prices of two tiers
 * are never mixed; those in a foreign currency it has to name.
 */
async function checkedAmounts(
  tx: Transaction,
  refusals: Refusals,
  { offeringId, sellerPath }: { offeringId: string; sellerPath: string },
  input: UpdateOfferingInput,
): Promise<CheckedAmounts> {
  const listing = { offeringId, sellerPath };
  const priceBefore = (await priceTermsByListing(tx, [listing])).get(listingKey(listing)) ?? null;
  const costBefore =
    input.cost == null ? null : ((await costTermsByListing(tx, [listing])).get(listingKey(listing)) ?? null);
  const currency = await currencyOf(tx, sellerPath);
  const price = checkAmounts(refusals, input.price ?? {}, currency, "price");
  const cost = checkAmounts(refusals, input.cost ?? {}, costBefore?.currency ?? currency, "cost");
  if (price.size > 0 && priceBefore !== null && priceBefore.currency === currency) {
    for (const [kind, field] of amountFields) if (!price.has(kind)) price.set(kind, priceBefore[field]);
  }
  if (price.size > 0 && (price.get("RECURRING") ?? price.get("ONE_OFF") ?? null) === null && refusals.isEmpty) {
    refusals.add("REQUIRED", say("offering.noPrice"), "price");
  }
  return { price, cost, priceBefore };
}

async function currencyOf(tx: Transaction, sellerPath: string): Promise<string> {
  const seller = await tx.em.findOne(ResellerEntity, { path: sellerPath }, { disableIdentityMap: true });
  invariant(seller !== null, "the seller's path is that of a reseller in the viewer's tier");
  return seller.currency;
}

async function record(
  tx: Transaction,
  { before, sellerPath }: { before: OfferingRow; sellerPath: string },
  details: Readonly<Record<string, unknown>>,
  input: UpdateOfferingInput,
  { price, priceBefore, reason }: CheckedAmounts & { readonly reason: string | null },
): Promise<void> {
  const old = Object.fromEntries(Object.keys(details).map((field) => [field, before[field as keyof OfferingRow]]));
  const amountsBefore = amountFields.map(([kind, field]) => [`price ${kind}`, amountWords(priceBefore?.[field])]);
  const amountsAfter = amountFields.map(([kind, field]) => [
    `price ${kind}`,
    amountWords(price.has(kind) ? price.get(kind) : priceBefore?.[field]),
  ]);
  const requirements = input.requirements?.map(({ slot, templateKey }) => `${slot}: ${templateKey}`);
  await recordAudit(tx, {
    operation: "offering.update",
    subjectKind: "offering",
    subjectId: before.id,
    subject: before.name,
    changes: changesBetween(
      { ...old, ...Object.fromEntries(amountsBefore) },
      {
        ...details,
        ...Object.fromEntries(amountsAfter),
        ...(requirements === undefined ? {} : { requirements }),
        ...(reason === null ? {} : { belowCostReason: reason }),
      },
    ),
    // Whose change it is: a tier's own price is not for the eyes of a tier beside it.
    path: sellerPath,
  });
}
