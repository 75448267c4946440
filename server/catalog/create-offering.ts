import type { SuspensionPolicy } from "@tierline/shared/charge.ts";
import { newId } from "@tierline/shared/id.ts";
import type { CustomerKind, OfferingKind, PriceKind, ServiceType } from "@tierline/shared/kinds.ts";
import type { Money } from "@tierline/shared/money.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant, Refusals } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import {
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
import { OfferingEntity } from "./offering.entity.ts";
import {
  amountWords,
  mergedAmounts,
  resolvePlaybook,
  resolveRequirements,
  writeAmounts,
  writeRequirements,
} from "./write-offering.ts";

export interface CreateOfferingInput {
  readonly idempotencyKey: string;
  readonly slug: string;
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly kind: OfferingKind;
  readonly serviceType: ServiceType;
  readonly segments: readonly CustomerKind[];
  readonly isEnabled: boolean;
  readonly facts?: readonly string[] | null | undefined;
  readonly icon?: string | null | undefined;
  readonly price: AmountsInput;
  readonly cost?: AmountsInput | null | undefined;
  readonly billingIntervalMonths?: number | null | undefined;
  readonly contractTermMonths?: number | null | undefined;
  readonly whileSuspended?: SuspensionPolicy | null | undefined;
  readonly requirements?: readonly RequirementInput[] | null | undefined;
  readonly customFields?: readonly CustomFieldInput[] | null | undefined;
  readonly playbookKey: string;
  readonly needsSite?: boolean | null | undefined;
  readonly needsInstallation?: boolean | null | undefined;
  readonly simultaneousCalls?: number | null | undefined;
  readonly package?: PackageTermsInput | null | undefined;
  readonly belowCostReason?: string | null | undefined;
}

const iconDefault = "package";

/** A plan or add-on of the viewer's tier, in its currency. The slug never changes. */
export function createOffering(context: Context, { idempotencyKey, ...input }: CreateOfferingInput): Promise<string> {
  if (input.cost != null) require(context, "finance.view");
  return once(context, "offering.create", idempotencyKey, input, (tx) => createIn(tx, input));
}

type Input = Omit<CreateOfferingInput, "idempotencyKey">;

async function createIn(tx: Transaction, input: Input): Promise<string> {
  const path = resellerPathOf(tx.viewer.path);
  const reseller = await tx.em.findOne(ResellerEntity, { id: tx.viewer.resellerId }, { disableIdentityMap: true });
  invariant(reseller !== null, "a viewer sees their own reseller");
  const refusals = new Refusals();
  const details = checkedDetails(refusals, input);
  const prices = checkAmounts(refusals, input.price, reseller.currency, "price");
  const costs = checkAmounts(refusals, input.cost ?? {}, reseller.currency, "cost");
  if ((prices.get("RECURRING") ?? prices.get("ONE_OFF") ?? null) === null && refusals.isEmpty) {
    refusals.add("REQUIRED", say("offering.noPrice"), "price");
  }
  checkRequirements(refusals, input.requirements ?? []);
  const requirements = await resolveRequirements(tx, refusals, input.requirements ?? [], path);
  const playbook = await resolvePlaybook(tx, refusals, input.playbookKey, path);
  await checkSlug(tx, refusals, input.slug);
  const losses = lossesOf(mergedAmounts(null, prices), mergedAmounts(null, costs));
  const asked = losses.map((loss) => askedLoss(loss, ["price"]));
  const reason = checkBelowCost(tx, refusals, asked, input.belowCostReason ?? null);
  if (input.isEnabled) await checkRunnable(tx, refusals, playbook);
  refusals.settle();
  invariant(playbook !== null, "an unknown playbook was refused");
  const id = newId(tx.clock.now().getTime());
  await insert(tx, { id, path, reseller, playbook, details, input });
  await writeRequirements(tx, { offeringId: id, path }, requirements);
  await writeAmounts(tx, "price", { offeringId: id, path }, prices);
  await writeAmounts(tx, "cost", { offeringId: id, path }, costs);
  await record(
    tx,
    { id, path, name: details.name },
    { ...details, playbook: input.playbookKey, ...(reason !== null && { belowCostReason: reason }) },
    prices,
  );
  return id;
}

function checkedDetails(refusals: Refusals, input: Input) {
  checkKey(refusals, input.slug, "noun.slug", "slug");
  const icon = input.icon ?? iconDefault;
  checkKey(refusals, icon, "noun.icon", "icon");
  return {
    name: checkName(refusals, input.name),
    description: checkDescription(refusals, input.description ?? null),
    segments: checkSegments(refusals, input.segments),
    facts: checkFacts(refusals, input.facts ?? []),
    icon,
    billingIntervalMonths: checkMonths(refusals, input.billingIntervalMonths ?? 1, 1, "billingIntervalMonths"),
    contractTermMonths: checkMonths(refusals, input.contractTermMonths ?? 1, 0, "contractTermMonths"),
    customFields: checkCustomFields(refusals, input.customFields ?? []),
    isEnabled: input.isEnabled,
    whileSuspended: input.whileSuspended ?? "STOP_BILLING",
    needsSite: input.needsSite ?? false,
    needsInstallation: input.needsInstallation ?? false,
    simultaneousCalls: checkCallsOf(refusals, input, input.simultaneousCalls ?? null),
    packageTerms: checkPackageTerms(refusals, input, input.package ?? null, null),
  };
}

async function checkSlug(tx: Transaction, refusals: Refusals, slug: string): Promise<void> {
  // Two who create the same slug at once wait here for each other, so that the second is told and not failed.
  await tx.em.execute("select 1 from reseller where id = ? for no key update", [tx.viewer.resellerId]);
  const isText = !slug.includes("\0") && slug.isWellFormed();
  const taken = isText
    ? await tx.em.execute<unknown[]>("select 1 from offering where reseller_id = ? and slug = ?", [
        tx.viewer.resellerId,
        slug,
      ])
    : [];
  if (taken.length > 0) refusals.add("TAKEN", say("offering.slugTaken", { slug }), "slug");
}

interface NewRow {
  readonly id: string;
  readonly path: string;
  readonly reseller: ResellerRow;
  readonly playbook: string;
  readonly details: ReturnType<typeof checkedDetails>;
  readonly input: Input;
}

async function insert(tx: Transaction, { id, path, reseller, playbook, details, input }: NewRow): Promise<void> {
  const { slug, kind, serviceType } = input;
  await tx.em.insert(OfferingEntity, {
    id,
    path,
    reseller: reseller.id,
    playbook,
    slug,
    kind,
    serviceType,
    ...details,
    countries: [],
    createdAt: tx.clock.now(),
    version: 1,
  });
}

async function record(
  tx: Transaction,
  { id, path, name }: { id: string; path: string; name: string },
  details: Readonly<Record<string, unknown>>,
  prices: ReadonlyMap<PriceKind, Money | null>,
): Promise<void> {
  const amounts = Object.fromEntries([...prices].map(([kind, amount]) => [`price ${kind}`, amountWords(amount)]));
  await recordAudit(tx, {
    operation: "offering.create",
    subjectKind: "offering",
    subjectId: id,
    subject: name,
    changes: changesBetween({}, { ...details, ...amounts }),
    path,
  });
}
