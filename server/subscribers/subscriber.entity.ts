import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { channels } from "@tierline/shared/kinds.ts";
import { packageStates, subscriberRoles, subscriberStates } from "@tierline/shared/package.ts";
import { OfferingEntity } from "../catalog/offering.entity.ts";
import { SiteEntity } from "../customers/customer-parts.entity.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { ServiceEntity } from "../services/service.entity.ts";

/** Where a customer's calls are taken to come from, which packages with calling ask for (CX3). */
export const CallingLocationEntity = defineEntity({
  name: "CallingLocation",
  tableName: "calling_location",
  ...insideTier,
  properties: {
    ...tierRow,
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    site: () => p.manyToOne(SiteEntity).mapToPk(),
    timeZone: p.text(),
    language: p.text(),
  },
  uniques: [{ name: "calling_location_of_customer", properties: ["customer"] }],
});
export type CallingLocationRow = InferEntity<typeof CallingLocationEntity>;

/** A package or add-on that a customer may give to its people, and how many of it (C10). */
export const CustomerPackageEntity = defineEntity({
  name: "CustomerPackage",
  tableName: "customer_package",
  ...insideTier,
  properties: {
    ...tierRow,
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    offering: () => p.manyToOne(OfferingEntity).mapToPk(),
    /** At most so many; none at 0; null: as many as it likes (X1). */
    seatsMax: p.integer().nullable().check("seats_max >= 0 and seats_max <= 1000000"),
    /** Counted by the database as subscribers and their add-ons come and go: see seats.sql. */
    seatsUsed: p.integer().default(0).check("seats_used >= 0"),
    state: oneOf("state", packageStates),
    /** What the outside system said of it. */
    problemCode: p.text().nullable(),
    problem: p.text().nullable(),
    /** The run that takes it to the outside world, where there is one to take it to. */
    runId: p.uuid().nullable(),
    addedAt: p.datetime(),
  },
  uniques: [{ name: "customer_package_once", properties: ["customer", "offering"] }],
  indexes: [{ name: "customer_package_of_run", properties: ["runId"], where: "run_id is not null" }],
});
export type CustomerPackageRow = InferEntity<typeof CustomerPackageEntity>;

/** A person at a customer, who has one package: a service of the customer's (C9). Gone when that has ended. */
export const SubscriberEntity = defineEntity({
  name: "Subscriber",
  tableName: "subscriber",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    /** In lower case. */
    email: p.text(),
    firstName: p.text().nullable(),
    lastName: p.text().nullable(),
    /** E.164. */
    phone: p.text().nullable(),
    extension: p.text().nullable(),
    role: oneOf("role", subscriberRoles),
    state: oneOf("state", subscriberStates),
    service: () => p.manyToOne(ServiceEntity).mapToPk(),
    offering: () => p.manyToOne(OfferingEntity).mapToPk(),
    /** The package that is on its way instead: it has its seat already. */
    wanted: () => p.manyToOne(OfferingEntity).mapToPk().nullable().deleteRule("no action"),
    createdVia: oneOf("created_via", channels),
    createdAt: p.datetime(),
    stateAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [
    { name: "subscriber_email", properties: ["reseller", "email"] },
    { name: "subscriber_service", properties: ["service"] },
  ],
  indexes: [
    { name: "subscriber_path", properties: ["path", "createdAt", "id"] },
    { name: "subscriber_of_customer", properties: ["customer", "offering"] },
  ],
});
export type SubscriberRow = InferEntity<typeof SubscriberEntity>;

/** What a person has beside the package (C11). */
export const SubscriberAddonEntity = defineEntity({
  name: "SubscriberAddon",
  tableName: "subscriber_addon",
  ...insideTier,
  properties: {
    ...tierRow,
    subscriber: () => p.manyToOne(SubscriberEntity).mapToPk().deleteRule("cascade"),
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    offering: () => p.manyToOne(OfferingEntity).mapToPk(),
    /** The run that adds it, by which the service's add-on is known. */
    runId: p.uuid(),
    /** The run that takes it away. */
    removalId: p.uuid().nullable(),
    addedAt: p.datetime(),
  },
  uniques: [{ name: "subscriber_addon_once", properties: ["subscriber", "offering"] }],
  indexes: [{ name: "subscriber_addon_of_run", properties: ["runId"] }],
});
export type SubscriberAddonRow = InferEntity<typeof SubscriberAddonEntity>;
