import { delegablePermissions } from "@tierline/shared/delegation.ts";
import { decodeId, newId } from "@tierline/shared/id.ts";
import type { CustomerKind } from "@tierline/shared/kinds.ts";
import { contactsMax, sitesMax } from "@tierline/shared/limits.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { maskTaxNumber } from "@tierline/shared/tax-number.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { nextNumber } from "../kernel/counter.ts";
import { countryOf } from "../kernel/country.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant, notFound, Refusals } from "../kernel/rejection.ts";
import { checkTerms, type AccountTermsInput } from "../ledger/check-terms.ts";
import { setAccountTerms } from "../ledger/set-terms.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { claimRoom } from "../resellers/limits.ts";
import { refuseUnlessActive } from "../resellers/reseller-state.ts";
import {
  checkAddress,
  checkAttributes,
  checkContact,
  checkCountry,
  checkCustomerName,
  checkLanguage,
  checkReach,
  checkSite,
  checkTags,
  checkTaxNumber,
  type AddressInput,
  type AttributeInput,
  type ContactInput,
  type SiteInput,
} from "./check-details.ts";
import { ContactEntity, SiteEntity } from "./customer-parts.entity.ts";
import { DelegationEntity } from "./delegation.entity.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { customerPath, insertCustomers } from "./insert-customers.ts";
import { templateOfNew, withTemplate } from "./template-of-new.ts";

export interface CreateCustomerInput {
  readonly idempotencyKey: string;
  /** Of an onboarding template: what is left out is as that says. */
  readonly provisioningId?: string | null | undefined;
  /** The API's id; the viewer's own reseller without one. */
  readonly resellerId?: string | null | undefined;
  readonly kind: CustomerKind;
  readonly name: string;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  /** That of the billing address; said only where there is none (C24). */
  readonly homeCountry?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly taxNumber?: string | null | undefined;
  readonly billingAddress?: AddressInput | null | undefined;
  readonly contacts?: readonly ContactInput[] | null | undefined;
  readonly sites?: readonly SiteInput[] | null | undefined;
  readonly tags?: readonly string[] | null | undefined;
  readonly attributes?: readonly AttributeInput[] | null | undefined;
  /** How it pays; without any it is served before it pays, whatever its balance. */
  readonly terms?: AccountTermsInput | null | undefined;
}

/**
 * A new customer with its number, contacts, sites and search tokens, at once active; who has to pay first, with the first payment (V9). Answers its UUID.
 * @throws Rejection with every field that is wrong; STATE_CONFLICT when the reseller may not take customers, LIMIT_EXCEEDED
 */
export async function createCustomer(context: Context, input: CreateCustomerInput): Promise<string> {
  const { id } = await once(context, "customer.create", input.idempotencyKey, input, async (tx) => ({
    id: await create(tx, input),
  }));
  return id;
}

async function create(tx: Transaction, input: CreateCustomerInput): Promise<string> {
  const reseller = await sellerOf(tx, input.resellerId);
  const template = await templateOfNew(tx, input.provisioningId, reseller.path);
  const checked = check(withTemplate(input, template), reseller);
  await claimRoom(tx, "customers", reseller.path);
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
      templateVersionId: template?.id ?? null,
    },
  ]);
  const path = customerPath(resellerPath, number);
  const part = () => ({ id: newId(createdAt.getTime()), path, customer: id, version: 1 });
  if (contacts.length > 0) {
    await tx.em.insertMany(
      ContactEntity,
      contacts.map((each) => ({ ...each, ...part() })),
    );
  }
  if (sites.length > 0)
    await tx.em.insertMany(
      SiteEntity,
      sites.map((each) => ({ ...each, ...part() })),
    );
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
    operation: "customer.create",
    subjectKind: "customer",
    subjectId: id,
    subject,
    changes,
    path,
  });
  return id;
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

/** A reseller above or beside is as unknown as one that never was, though names above can be read. */
async function sellerOf(tx: Transaction, resellerId: string | null | undefined): Promise<ResellerRow> {
  const id = resellerId == null ? tx.viewer.resellerId : decodeId("rsl", resellerId);
  const row = id === null ? null : await tx.em.findOne(ResellerEntity, { id }, { disableIdentityMap: true });
  if (row === null || !isWithin(row.path, tx.viewer.path)) throw notFound();
  refuseUnlessActive(row, "resellerId");
  return row;
}

function check(input: CreateCustomerInput, reseller: ResellerRow) {
  const refusals = new Refusals();
  const contacts = input.contacts ?? [];
  const sites = input.sites ?? [];
  if (contacts.length > contactsMax)
    refusals.add("TOO_LONG", say("customer.contacts", { max: contactsMax }), "contacts");
  if (sites.length > sitesMax) refusals.add("TOO_LONG", say("customer.sites", { max: sitesMax }), "sites");
  const { kind } = input;
  const name = checkCustomerName(refusals, input.name, null);
  const reach = checkReach(refusals, input);
  const homeCountry = homeCountryOf(refusals, input);
  const checked = {
    kind,
    name,
    ...reach,
    homeCountry,
    taxNumber: checkTaxNumber(refusals, input.taxNumber, { country: homeCountry, kind }),
    language: checkLanguage(refusals, input.language ?? reseller.locale, "language"),
    billingAddress: checkAddress(refusals, input.billingAddress, null, "billingAddress"),
    contacts: contacts
      .slice(0, contactsMax)
      .map((each, index) => checkContact(refusals, each, contacts.slice(0, index), "contacts", String(index))),
    sites: sites.slice(0, sitesMax).map((each, index) => checkSite(refusals, each, null, "sites", String(index))),
    tags: checkTags(refusals, input.tags, "tags"),
    attributes: checkAttributes(refusals, input.attributes, "attributes"),
    terms: input.terms == null ? null : checkTerms(refusals, input.terms, reseller.currency, "terms"),
  };
  refusals.settle();
  return checked;
}

/** Where the customer is at home follows from where its invoices go (C24); what is wrong with that country is said there. */
function homeCountryOf(refusals: Refusals, { homeCountry, billingAddress }: CreateCustomerInput): string {
  if (billingAddress == null) return checkCountry(refusals, homeCountry, "homeCountry");
  const country = countryOf(billingAddress.country ?? "") ?? "";
  if (homeCountry == null) return country;
  const said = checkCountry(refusals, homeCountry, "homeCountry");
  if (said !== "" && country !== "" && said !== country) {
    refusals.add("INVALID", say("customer.homeCountryOther"), "homeCountry");
  }
  return country;
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
