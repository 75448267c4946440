import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import type { Action } from "../provisioning/action.ts";
import { ContactEntity, CustomerTokenEntity, PaymentMethodEntity, SiteEntity } from "./customer-parts.entity.ts";
import { CustomerPartsResolver } from "./customer-parts.resolver.ts";
import { toContact, toPaymentMethod, toSite } from "./customer-parts.type.ts";
import { CustomerDomainEntity } from "./customer-domain.entity.ts";
import { CustomerDomainResolver } from "./customer-domain.resolver.ts";
import { CustomerEntity } from "./customer.entity.ts";
import { CustomerConnectionResolver, CustomerResolver } from "./customer.resolver.ts";
import { DelegationEntity } from "./delegation.entity.ts";
import { DelegationResolver } from "./delegation.resolver.ts";
import { OnboardingTemplateEntity, TemplateVersionEntity } from "./onboarding-template.entity.ts";
import { toCustomer } from "./customer.type.ts";
import { validateCustomerAction } from "./validate-customer.action.ts";

type Found = Promise<ReadonlyMap<string, object>>;
const fresh = { disableIdentityMap: true } as const;

async function loadCustomers({ em }: Context, ids: readonly string[]): Found {
  const rows = await em.find(CustomerEntity, { id: { $in: [...ids] } }, fresh);
  return new Map(rows.map((row) => [row.id, toCustomer(row)]));
}

async function loadContacts({ em }: Context, ids: readonly string[]): Found {
  const rows = await em.find(ContactEntity, { id: { $in: [...ids] } }, fresh);
  return new Map(rows.map((row) => [row.id, toContact(row)]));
}

async function loadSites({ em }: Context, ids: readonly string[]): Found {
  const rows = await em.find(SiteEntity, { id: { $in: [...ids] } }, fresh);
  return new Map(rows.map((row) => [row.id, toSite(row)]));
}

async function loadPaymentMethods({ em, viewer }: Context, ids: readonly string[]): Found {
  if (viewer.onBehalfOf?.kind === "USER") return new Map();
  const rows = await em.find(PaymentMethodEntity, { id: { $in: [...ids] } }, fresh);
  return new Map(rows.map((row) => [row.id, toPaymentMethod(row)]));
}

export const customers = {
  entities: [
    CustomerEntity,
    ContactEntity,
    SiteEntity,
    PaymentMethodEntity,
    CustomerTokenEntity,
    DelegationEntity,
    CustomerDomainEntity,
    OnboardingTemplateEntity,
    TemplateVersionEntity,
  ],
  sql: [new URL("./customer-state.sql", import.meta.url)],
  resolvers: [
    CustomerResolver,
    CustomerConnectionResolver,
    CustomerPartsResolver,
    DelegationResolver,
    CustomerDomainResolver,
  ],
  actions: [validateCustomerAction],
  nodes: {
    cus: { permission: "customer.view", load: loadCustomers },
    ctc: { permission: "customer.view", load: loadContacts },
    sit: { permission: "customer.view", load: loadSites },
    pmt: { permission: "customer.view", load: loadPaymentMethods },
  },
} satisfies Module & { actions: readonly Action[] };
