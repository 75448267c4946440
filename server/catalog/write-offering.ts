import { newId } from "@tierline/shared/id.ts";
import type { PriceKind } from "@tierline/shared/kinds.ts";
import { decimalOf, type Money } from "@tierline/shared/money.ts";
import { ancestorsOf } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import { findTemplatesByKey } from "../inventory/template.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import type { Refusals } from "../kernel/rejection.ts";
import { isKeepable } from "../kernel/text.ts";
import { amountFields, type RequirementInput } from "./check-offering.ts";
import type { Amounts } from "./price-terms.ts";

/** What creating and updating an offering look up and write in the same way. */

export interface ResolvedRequirement {
  readonly templateId: string;
  readonly slot: string;
  /** Empty: the template's. */
  readonly label: string;
  readonly isRequired: boolean;
}

/** By the keys that are known at the offering's tier; an unknown one is TEMPLATE_NOT_FOUND on its field (O17). */
export async function resolveRequirements(
  tx: Pick<Context, "em">,
  refusals: Refusals,
  requirements: readonly RequirementInput[],
  tierPath: string,
): Promise<ResolvedRequirement[]> {
  const templates = await findTemplatesByKey(
    tx,
    requirements.map(({ templateKey }) => templateKey),
    tierPath,
  );
  return requirements.flatMap(({ templateKey, slot, label, isRequired }, index) => {
    const template = templates.get(templateKey);
    if (template !== undefined) return [{ templateId: template.id, slot, label: label ?? "", isRequired }];
    const message = say("offering.templateUnknown", { key: templateKey.slice(0, 100) });
    refusals.add("TEMPLATE_NOT_FOUND", message, "requirements", String(index), "templateKey");
    return [];
  });
}

/** The tier's playbook of that key, else that of the nearest above. */
export async function resolvePlaybook(
  { em }: Pick<Context, "em">,
  refusals: Refusals,
  key: string,
  tierPath: string,
): Promise<string | null> {
  const [row] = isKeepable(key)
    ? await em.execute<{ id: string }[]>(
        "select id from playbook where key = ? and path in (?) order by length(path) desc limit 1",
        [key, ancestorsOf(tierPath)],
      )
    : [];
  if (row !== undefined) return row.id;
  refusals.add("MISSING_ACTION", say("playbook.unknown", { key: key.slice(0, 100) }), "playbookKey");
  return null;
}

interface Place {
  readonly offeringId: string;
  readonly path: string;
}

/** In the order given; what was there before is replaced. */
export async function writeRequirements(
  tx: Transaction,
  { offeringId, path }: Place,
  requirements: readonly ResolvedRequirement[],
): Promise<void> {
  await tx.em.execute("delete from offering_requirement where offering_id = ?", [offeringId]);
  const now = tx.clock.now().getTime();
  for (const [position, { templateId, slot, label, isRequired }] of requirements.entries()) {
    await tx.em.execute(
      `insert into offering_requirement (id, path, offering_id, template_id, slot, label, is_required, position)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      [newId(now), path, offeringId, templateId, slot, label, isRequired, position],
    );
  }
}

/** One row a kind; a row's version grows only when its amount changes, since quotes are compared by it. */
export async function writeAmounts(
  tx: Transaction,
  table: "price" | "cost",
  { offeringId, path }: Place,
  amounts: ReadonlyMap<PriceKind, Money | null>,
): Promise<void> {
  for (const [kind, amount] of amounts) {
    if (amount === null) {
      await tx.em.execute(`delete from ${table} where path = ? and offering_id = ? and kind = ?`, [
        path,
        offeringId,
        kind,
      ]);
      continue;
    }
    await tx.em.execute(
      `insert into ${table} (id, path, offering_id, kind, amount_micros, currency, version) values (?, ?, ?, ?, ?, ?, 1)
       on conflict (path, offering_id, kind) do update
         set amount_micros = excluded.amount_micros, currency = excluded.currency, version = ${table}.version + 1
         where (${table}.amount_micros, ${table}.currency) is distinct from (excluded.amount_micros, excluded.currency)`,
      [newId(tx.clock.now().getTime()), path, offeringId, kind, amount.micros, amount.currency],
    );
  }
}

/** What there is after a change of some kinds. */
export function mergedAmounts(before: Amounts | null, after: ReadonlyMap<PriceKind, Money | null>): Amounts {
  const [setup, recurring, oneOff] = amountFields.map(([kind, field]) =>
    after.has(kind) ? (after.get(kind) ?? null) : (before?.[field] ?? null),
  );
  return { setup: setup ?? null, recurring: recurring ?? null, oneOff: oneOff ?? null };
}

/** For the audit trail: `15.00 GBP`. */
export function amountWords(amount: Money | null | undefined): string | null {
  return amount == null ? null : `${decimalOf(amount)} ${amount.currency}`;
}
