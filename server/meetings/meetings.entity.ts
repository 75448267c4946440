import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { callInRegionKeys, type CallInNumber } from "@tierline/shared/call-in-region.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { insideTier, oneOf, readableDownward, tierRow } from "../kernel/table.ts";

/** A part of the world with the numbers that are dialled there; the operator's, and read by all. */
export const CallInRegionEntity = defineEntity({
  name: "CallInRegion",
  tableName: "call_in_region",
  ...readableDownward,
  properties: {
    ...tierRow,
    key: oneOf("key", callInRegionKeys),
    /** In the order in which they are given out. */
    numbers: p.json<CallInNumber[]>(),
    version: p.integer().version(),
  },
  uniques: [{ name: "call_in_region_once", properties: ["key"] }],
});
export type CallInRegionRow = InferEntity<typeof CallInRegionEntity>;

/** In which region a country's customers dial in: one. */
export const CallInCountryEntity = defineEntity({
  name: "CallInCountry",
  tableName: "call_in_country",
  ...readableDownward,
  properties: {
    ...tierRow,
    country: p.text(),
    region: oneOf("region", callInRegionKeys),
  },
  uniques: [{ name: "country_in_one_region", properties: ["country"] }],
});

/** Where a customer holds its meetings. */
export const MeetingsSiteEntity = defineEntity({
  name: "MeetingsSite",
  tableName: "meetings_site",
  ...insideTier,
  properties: {
    ...tierRow,
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    url: p.text(),
    timeZone: p.text(),
    hasPstnCallIn: p.boolean(),
    version: p.integer().version(),
  },
  uniques: [{ name: "meetings_site_of_customer", properties: ["customer"] }],
});
export type MeetingsSiteRow = InferEntity<typeof MeetingsSiteEntity>;
