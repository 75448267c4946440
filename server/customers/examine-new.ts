import { decodeId } from "@tierline/shared/id.ts";
import type { CustomerKind } from "@tierline/shared/kinds.ts";
import { contactsMax, sitesMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import type { Transaction } from "../kernel/context.ts";
import { countryOf } from "../kernel/country.ts";
import { notFound, Refusals } from "../kernel/rejection.ts";
import { checkTerms, type AccountTermsInput } from "../ledger/check-terms.ts";
import { claimRoom } from "../resellers/limits.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
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
import type { TemplateVersionRow } from "./onboarding-template.entity.ts";
import { templateOfNew, withTemplate } from "./template-of-new.ts";

export interface NewCustomerInput {
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
  /** It is the reseller's own organisation (C7). */
  readonly isInternal?: boolean | null | undefined;
  /** How it pays; without any it is served before it pays, whatever its balance. */
  readonly terms?: AccountTermsInput | null | undefined;
}

export interface ExaminedCustomer {
  readonly reseller: ResellerRow;
  readonly template: TemplateVersionRow | null;
  /** What would be stored, where nothing is refused. */
  readonly checked: ReturnType<typeof check>;
  readonly refusals: Refusals;
}

/**
 * All that stands in the way of a new customer at once, and what it would be: what is asked before one is created, by its creation and
 * by who only wants to know (CX6). Changes nothing.
 * @throws AccessError NOT_FOUND for a reseller that is none of the viewer's
 */
export async function examineNew(tx: Transaction, input: NewCustomerInput): Promise<ExaminedCustomer> {
  const reseller = await sellerOf(tx, input.resellerId);
  const refusals = new Refusals();
  await refusals.gather(() => refuseUnlessActive(reseller, "resellerId"));
  const template = await refusals.gather(() => templateOfNew(tx, input.provisioningId, reseller.path));
  const said = withTemplate(input, template);
  // The country that an unknown template would have said is not missed besides.
  const isMissed = input.provisioningId == null || template !== null || said.homeCountry != null;
  const checked = check(refusals, isMissed ? said : { ...said, homeCountry: homeCountryIn(said, reseller) }, reseller);
  await refusals.gather(() => claimRoom(tx, "customers", reseller.path));
  return { reseller, template, checked, refusals };
}

function homeCountryIn({ billingAddress }: NewCustomerInput, { country }: ResellerRow): string | null {
  return billingAddress == null ? country : null;
}

/** A reseller above or beside is as unknown as one that never was, though names above can be read. */
async function sellerOf(tx: Transaction, resellerId: string | null | undefined): Promise<ResellerRow> {
  const id = resellerId == null ? tx.viewer.resellerId : decodeId("rsl", resellerId);
  const row = id === null ? null : await tx.em.findOne(ResellerEntity, { id }, { disableIdentityMap: true });
  if (row === null || !isWithin(row.path, tx.viewer.path)) throw notFound();
  return row;
}

function check(refusals: Refusals, input: NewCustomerInput, reseller: ResellerRow) {
  const contacts = input.contacts ?? [];
  const sites = input.sites ?? [];
  if (contacts.length > contactsMax)
    refusals.add("TOO_LONG", say("customer.contacts", { max: contactsMax }), "contacts");
  if (sites.length > sitesMax) refusals.add("TOO_LONG", say("customer.sites", { max: sitesMax }), "sites");
  const { kind } = input;
  const name = checkCustomerName(refusals, input.name, null);
  const reach = checkReach(refusals, input);
  const homeCountry = homeCountryOf(refusals, input);
  return {
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
    isInternal: input.isInternal ?? false,
    tags: checkTags(refusals, input.tags, "tags"),
    attributes: checkAttributes(refusals, input.attributes, "attributes"),
    terms: input.terms == null ? null : checkTerms(refusals, input.terms, reseller.currency, "terms"),
  };
}

/** Where the customer is at home follows from where its invoices go (C24); what is wrong with that country is said there. */
function homeCountryOf(refusals: Refusals, { homeCountry, billingAddress }: NewCustomerInput): string {
  if (billingAddress == null) return checkCountry(refusals, homeCountry, "homeCountry");
  const country = countryOf(billingAddress.country ?? "") ?? "";
  if (homeCountry == null) return country;
  const said = checkCountry(refusals, homeCountry, "homeCountry");
  if (said !== "" && country !== "" && said !== country) {
    refusals.add("INVALID", say("customer.homeCountryOther"), "homeCountry");
  }
  return country;
}
