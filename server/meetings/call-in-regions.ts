import { callInRegionKeys, type CallInNumber, type CallInRegionKey } from "@tierline/shared/call-in-region.ts";
import type { Context } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";
import { invariant } from "../kernel/rejection.ts";
import {
  CallInCountryEntity,
  CallInRegionEntity,
  MeetingsSiteEntity,
  type MeetingsSiteRow,
} from "./meetings.entity.ts";

export interface CallInRegion {
  readonly key: CallInRegionKey;
  /** Whose customers dial in there, in the order of the alphabet. */
  readonly countries: readonly string[];
  readonly numbers: readonly CallInNumber[];
  readonly version: number;
}

const fresh = { disableIdentityMap: true } as const;

/** All five, in their order. */
export async function callInRegions({ em }: Pick<Context, "em">): Promise<CallInRegion[]> {
  const rows = await em.find(CallInRegionEntity, {}, fresh);
  const countries = await em.find(CallInCountryEntity, {}, { ...fresh, orderBy: { country: "asc" } });
  return callInRegionKeys.map((key) => {
    const row = rows.find((each) => each.key === key);
    invariant(row !== undefined, "the regions come with the database");
    const { numbers, version } = row;
    return { key, numbers, version, countries: countries.filter(({ region }) => region === key).map(countryOfRow) };
  });
}

function countryOfRow({ country }: { readonly country: string }): string {
  return country;
}

/** By country, the region where its customers dial in. */
export const regionOfCountry = loader<string, Pick<CallInRegion, "key" | "numbers">>(async ({ em }, countries) => {
  const places = await em.find(CallInCountryEntity, { country: { $in: [...countries] } }, fresh);
  const rows = await em.find(CallInRegionEntity, {}, fresh);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return new Map(
    places.map(({ country, region }) => {
      const row = byKey.get(region);
      invariant(row !== undefined, "the regions come with the database");
      return [country, { key: row.key, numbers: row.numbers }];
    }),
  );
});

/** By customer. */
export const meetingsSiteOf = loader<string, MeetingsSiteRow>(async ({ em }, customers) => {
  const rows = await em.find(MeetingsSiteEntity, { customer: { $in: [...customers] } }, fresh);
  return new Map(rows.map((row) => [row.customer, row]));
});
