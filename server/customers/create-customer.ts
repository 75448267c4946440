import { delegablePermissions } from "@tierline/shared/delegation.ts";
import { newId } from "@tierline/shared/id.ts";
import { maskTaxNumber } from "@tierline/shared/tax-number.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { nextNumber } from "../kernel/counter.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant } from "../kernel/rejection.ts";
import { setAccountTerms } from "../ledger/set-terms.ts";
import { ContactEntity, SiteEntity } from "./customer-parts.entity.ts";
import { DelegationEntity } from "./delegation.entity.ts";
import { examineNew, type ExaminedCustomer, type NewCustomerInput } from "./examine-new.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { customerPath, insertCustomers } from "./insert-customers.ts";

export interface CreateCustomerInput extends NewCustomerInput {
  readonly idempotencyKey: string;
}

/**
 * A new customer with its number, contacts, sites and search tokens, at once active; who has to pay first, with the first payment (V9). Answers its UUID.
 * @throws Rejection with every field that is wrong; STATE_CONFLICT when the reseller may not take customers, LIMIT_EXCEEDED
 */
export async function createCustomer(context: Context, input: CreateCustomerInput): Promise<string> {
  const { id } = await once(context, "customer.create", input.idempotencyKey, input, async (tx) => ({
    id: await addCustomer(tx, input),
  }));
  return id;
}

/**
 * What `createCustomer` does, within another verb's transaction: one that signed up waits to be activated. `keepsSupport`: of each
 * support contact that it has to have, the last one stays (M10).
 */
export async function addCustomer(
  tx: Transaction,
  input: NewCustomerInput,
  {
    operation = "customer.create",
    state = "ACTIVE",
    keepsSupport = false,
  }: { readonly operation?: string; readonly state?: "ACTIVE" | "WAITING"; readonly keepsSupport?: boolean } = {},
): Promise<string> {
  const { reseller, template, checked, refusals } = await examineNew(tx, input);
  refusals.settle();
  const createdAt = tx.clock.now();
  const id = newId(createdAt.getTime());
  const number = await nextNumber(tx, reseller.path, "customer");
  const { contacts, sites, terms, ...details } = checked;
  const { id: resellerId, path: resellerPath } = reseller;
  await insertCustomers(tx.em, [
    {
      ...details,
      id,
      number,
      resellerId,
      resellerPath,
      createdAt,
      createdVia: tx.viewer.channel,
      state,
      templateVersionId: template?.id ?? null,
      keepsSupport,
    },
  ]);
  const path = customerPath(resellerPath, number);
  await addParts(tx, { contacts, sites }, { id, path });
  const preset = reseller.delegationPresets.find(({ isDefault }) => isDefault);
  const delegated = preset?.permissions;
  const simultaneousCalls = preset?.simultaneousCalls ?? null;
  if (delegated !== undefined) {
    const permissions = delegablePermissions.filter((key) => delegated.includes(key));
    const row = { id: newId(createdAt.getTime()), path, customer: id, permissions, simultaneousCalls };
    await tx.em.insert(DelegationEntity, row);
  }
  if (terms !== null) await setAccountTerms(tx, await accountOf(tx, path), terms);
  const changes = changesBetween(
    {},
    {
      ...details,
      taxNumber: details.taxNumber === null ? null : maskTaxNumber(details.taxNumber),
      paymentMode: terms?.mode,
      creditPolicy: terms?.policy,
      contacts: contacts.map(nameOf),
      sites: sites.map(nameOf),
      delegated,
      simultaneousCalls,
    },
  );
  const subject = labelOf({ name: details.name, number });
  await recordAudit(tx, {
    operation,
    subjectKind: "customer",
    subjectId: id,
    subject,
    changes,
    path,
  });
  return id;
}

async function addParts(
  { em, clock }: Transaction,
  { contacts, sites }: Pick<ExaminedCustomer["checked"], "contacts" | "sites">,
  { id: customer, path }: { readonly id: string; readonly path: string },
): Promise<void> {
  const part = () => ({ id: newId(clock.now().getTime()), path, customer, version: 1 });
  const rowsOf = <T extends object>(parts: readonly T[]) => parts.map((each) => ({ ...each, ...part() }));
  if (contacts.length > 0) await em.insertMany(ContactEntity, rowsOf(contacts));
  if (sites.length > 0) await em.insertMany(SiteEntity, rowsOf(sites));
}

/** Which the database has opened beside the customer. */
async function accountOf({ em }: Transaction, path: string): Promise<string> {
  const [account] = await em.execute<{ id: string }[]>(
    "select id from ledger_account where kind = 'BILLING' and path = ?",
    [path],
  );
  invariant(account !== undefined, "whoever buys has an account");
  return account.id;
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
