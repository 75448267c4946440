import { decodeId } from "@tierline/shared/id.ts";
import { OptimisticLockError } from "@mikro-orm/core";
import { maskTaxNumber } from "@tierline/shared/tax-number.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween, type Change } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { checkNote } from "../kernel/text.ts";
import {
  checkAddress,
  checkAttributes,
  checkCountry,
  checkCustomerName,
  checkLanguage,
  checkReach,
  checkTags,
  checkTaxNumber,
  type AddressInput,
  type AttributeInput,
} from "./check-details.ts";
import { CustomerEntity, type CustomerRow } from "./customer.entity.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { fold } from "./fold.ts";
import { moveTokens } from "./insert-customers.ts";
import { tokensOf } from "./tokens.ts";

export interface UpdateCustomerInput {
  /** The API's id. */
  readonly id: string;
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  /** Stays as it is: another one is refused. */
  readonly homeCountry?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly taxNumber?: string | null | undefined;
  readonly billingAddress?: AddressInput | null | undefined;
  readonly tags?: readonly string[] | null | undefined;
  readonly attributes?: readonly AttributeInput[] | null | undefined;
}

/**
 * Changes what is given and leaves the rest. Answers the customer's UUID.
 * @throws Rejection STALE (changed since the caller read it), STATE_CONFLICT (archived), and every field that is wrong
 */
export async function updateCustomer(context: Context, input: UpdateCustomerInput): Promise<string> {
  const id = decodeId("cus", input.id);
  if (id === null) throw notFound();
  await transaction(context, (tx) => update(tx, id, input));
  return id;
}

export interface MoveCustomerCountryInput {
  /** The API's id. */
  readonly id: string;
  readonly version: number;
  readonly country: string;
  readonly note?: string | null | undefined;
}

/**
 * Gives a customer another home country, which no change of an address does (A-C11). Answers the customer's UUID.
 * @throws Rejection like updateCustomer
 */
export async function moveCustomerCountry(context: Context, input: MoveCustomerCountryInput): Promise<string> {
  const { version, country, note = null } = input;
  const id = decodeId("cus", input.id);
  if (id === null) throw notFound();
  checkNote(note);
  await transaction(context, async (tx) => {
    const row = await rowAt(tx, id, version);
    const before = changeable(row);
    const refusals = new Refusals();
    row.homeCountry = checkCountry(refusals, country, "country");
    refusals.settle();
    await save(tx, row, before, { operation: "customer.move_country", note });
  });
  return id;
}

async function update(tx: Transaction, id: string, input: UpdateCustomerInput): Promise<void> {
  const row = await rowAt(tx, id, input.version);
  const before = changeable(row);
  Object.assign(row, check(input, row));
  await save(tx, row, before, { operation: "customer.update", note: null });
}

async function rowAt(tx: Transaction, id: string, version: number): Promise<CustomerRow> {
  const row = await tx.em.findOne(CustomerEntity, { id }, { refresh: true, populate: ["tokens"] });
  if (row === null) throw notFound();
  if (row.version !== version) throw stale();
  if (row.state === "ARCHIVED") {
    throw new Rejection({ code: "STATE_CONFLICT", message: say("customer.archived"), path: ["id"] });
  }
  return row;
}

/** With what the customer is found by, and the entry of the audit trail. */
async function save(
  tx: Transaction,
  row: CustomerRow,
  before: ReturnType<typeof changeable>,
  audit: { readonly operation: string; readonly note: string | null },
): Promise<void> {
  const changes = changesBetween(before, changeable(row)).map(withoutTaxNumber);
  if (changes.length === 0) return;
  const tokens = row.tokens;
  row.sortName = fold(row.name);
  row.tokens = tokensOf({ ...row, email: row.email ?? null, phone: row.phone ?? null });
  await tx.em.flush().catch(staleWhenOvertaken);
  await moveTokens(tx.em, row, tokens, row.tokens);
  const { path } = row;
  await recordAudit(tx, {
    ...audit,
    subjectKind: "customer",
    subjectId: row.id,
    subject: labelOf(row),
    changes,
    path,
  });
}

function check(input: UpdateCustomerInput, row: CustomerRow): object {
  const refusals = new Refusals();
  const given = <T>(value: T | undefined, checked: (value: T) => object): object =>
    value === undefined ? {} : checked(value);
  const changes = {
    ...given(input.name, (name) => ({ name: checkCustomerName(refusals, name, row.name) })),
    ...given(input.email, (email) => ({ email: checkReach(refusals, { email }).email })),
    ...given(input.phone, (phone) => ({ phone: checkReach(refusals, { phone }).phone })),
    ...given(input.language, (text) => ({ language: checkLanguage(refusals, text, "language") })),
    ...given(input.taxNumber, (text) =>
      text === (row.taxNumber ?? null)
        ? {}
        : { taxNumber: checkTaxNumber(refusals, text, { country: row.homeCountry, kind: row.kind }) },
    ),
    ...given(input.billingAddress, (address) => ({
      billingAddress: checkAddress(refusals, address, row.billingAddress ?? null, "billingAddress"),
    })),
    ...given(input.tags, (tags) => ({ tags: checkTags(refusals, tags, "tags") })),
    ...given(input.attributes, (list) => ({ attributes: checkAttributes(refusals, list, "attributes") })),
  };
  if (input.homeCountry !== undefined) checkHomeCountry(refusals, input.homeCountry, row);
  refusals.settle();
  return changes;
}

/** It is what it was when the customer was created, wherever its invoices go now (A-C11). */
function checkHomeCountry(refusals: Refusals, text: string | null, { homeCountry }: CustomerRow): void {
  const country = checkCountry(refusals, text, "homeCountry");
  if (country !== "" && country !== homeCountry) {
    refusals.add("STATE_CONFLICT", say("customer.homeCountryStays"), "homeCountry");
  }
}

/** A number of a person's own is told from others in the audit trail, and not told. */
function withoutTaxNumber(change: Change): Change {
  if (change.field !== "taxNumber") return change;
  const masked = (text: string | null): string | null => (text === null ? null : maskTaxNumber(text));
  return { ...change, before: masked(change.before), after: masked(change.after) };
}

function changeable(row: CustomerRow) {
  const { name, email, phone, homeCountry, language, taxNumber, billingAddress, tags, attributes } = row;
  return { name, email, phone, homeCountry, language, taxNumber, billingAddress, tags, attributes };
}

function stale(): Rejection {
  return new Rejection({
    code: "STALE",
    message: say("customer.stale"),
    path: ["version"],
  });
}

/** Both had read the same version; the other one was first. */
function staleWhenOvertaken(error: unknown): never {
  throw error instanceof OptimisticLockError ? stale() : error;
}
