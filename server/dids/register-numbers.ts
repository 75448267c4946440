import type { NumberKind } from "@tierline/shared/did.ts";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { normalizeIdentifier } from "@tierline/shared/identifier.ts";
import { itemsPerCallMax, nameLengthMax } from "@tierline/shared/limits.ts";
import { numberRange } from "@tierline/shared/number-range.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { addItemsIn } from "../inventory/add-items.ts";
import { findTemplate } from "../inventory/template.ts";
import { checkText } from "../kernel/checked-text.ts";
import { asSystem, type Context, type Transaction } from "../kernel/context.ts";
import { countryOf } from "../kernel/country.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals } from "../kernel/rejection.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

export interface RegisterNumbersInput {
  readonly idempotencyKey: string;
  /** The API's ids. */
  readonly templateId: string;
  readonly resellerId?: string | null | undefined;
  readonly firstNumber: string;
  readonly quantity: number;
  readonly country?: string | null | undefined;
  readonly supplier: string;
  readonly kind?: NumberKind | null | undefined;
}

/**
 * Takes numbers in a row into stock, written as their carrier writes them (BX12): all of them, or none, with each that exists
 * already. Answers the UUIDs of the items in the order of the numbers.
 * @throws AccessError NOT_FOUND; Rejection INVALID, REQUIRED, TOO_LONG, TAKEN
 */
export function registerNumbers(context: Context, input: RegisterNumbersInput): Promise<string[]> {
  const { idempotencyKey, ...asked } = input;
  return once(context, "did.register", idempotencyKey, asked, (tx) => registerIn(tx, asked));
}

async function registerIn(tx: Transaction, input: Omit<RegisterNumbersInput, "idempotencyKey">): Promise<string[]> {
  const templateId = decodeId("tpl", input.templateId);
  const template = templateId === null ? null : await findTemplate(tx, templateId);
  const holderId = input.resellerId == null ? tx.viewer.resellerId : decodeId("rsl", input.resellerId);
  const holder = holderId === null ? null : await tx.em.findOne(ResellerEntity, { id: holderId });
  if (template === null || holder === null) throw notFound();
  const refusals = new Refusals();
  if (template.identifierKind !== "PHONE_NUMBER") {
    refusals.add("INVALID", say("did.noNumbers", { template: template.label }), "templateId");
  }
  const country = countryOf(input.country ?? holder.country);
  if (country === null) refusals.add("INVALID", say("did.country"), "country");
  const supplier = checkText(
    refusals,
    input.supplier,
    { noun: "noun.supplier", max: nameLengthMax, isRequired: true },
    "supplier",
  );
  const numbers = readRange(refusals, input, country);
  refusals.settle();
  for (const number of await knownOf(tx, numbers)) refusals.add("TAKEN", say("did.taken", { number }), "firstNumber");
  refusals.settle();
  const items = numbers.map(({ e164 }) => ({ identifier: e164, label: null, location: null, note: null }));
  const ids = await addItemsIn(tx, { templateId: template.id, resellerId: holder.id, state: "IN_STOCK", items });
  const now = tx.clock.now();
  const rows = numbers.map(({ written, e164 }, index) => ({
    id: newId(now.getTime()),
    path: resellerPathOf(tx.viewer.path),
    item_id: ids[index],
    number: e164,
    carrier_number: written,
    supplier,
    kind: input.kind ?? "SIMPLE",
    registered_at: now,
  }));
  await tx.em.execute(
    "insert into number_source select * from jsonb_populate_recordset(null::number_source, ?::jsonb)",
    [JSON.stringify(rows)],
  );
  return ids;
}

interface WrittenNumber {
  readonly written: string;
  readonly e164: string;
}

function readRange(
  refusals: Refusals,
  { firstNumber, quantity }: Pick<RegisterNumbersInput, "firstNumber" | "quantity">,
  country: string | null,
): WrittenNumber[] {
  if (quantity < 1 || quantity > itemsPerCallMax) {
    refusals.add("INVALID", say("did.quantity", { max: itemsPerCallMax }), "quantity");
    return [];
  }
  const range = firstNumber.length > nameLengthMax ? null : numberRange(firstNumber, quantity);
  const numbers = (range ?? []).map((written) => {
    const read = normalizeIdentifier("PHONE_NUMBER", written, country === null ? {} : { country });
    return { written, e164: read.ok ? read.value : "" };
  });
  const isEach = range !== null && numbers.every(({ e164 }) => e164 !== "");
  if (!isEach) refusals.add("INVALID", say("did.range"), "firstNumber");
  return numbers;
}

/** Wherever they are: a number exists once in the installation, and a clash says the same whoever has it. */
async function knownOf(tx: Transaction, numbers: readonly WrittenNumber[]): Promise<string[]> {
  const rows = await asSystem(tx, () =>
    tx.em.execute<{ identifier: string }[]>(
      "select identifier from inventory_item where identifier_kind = 'PHONE_NUMBER' and identifier in (?) order by 1",
      [numbers.map(({ e164 }) => e164)],
    ),
  );
  return rows.map(({ identifier }) => identifier);
}
