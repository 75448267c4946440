import { Field, Int, ObjectType } from "type-graphql";
import type { OfferingRow } from "../catalog/offering.entity.ts";
import { OfferingType, toOffering } from "../catalog/offering.type.ts";
import type { CatalogChange } from "./plan-selling.ts";

/** As many as a person looks at; the counts are exact. */
const shownMax = 100;
const shownText = `by name, ${shownMax} at most`;

@ObjectType("CatalogChange", { description: "How what a reseller may sell of those above it would change." })
export class CatalogChangeType {
  @Field(() => Int, { description: "How many it may sell then and may not now." })
  gainedCount: number;

  @Field(() => [OfferingType], { description: `What it may sell then and may not now, ${shownText}.` })
  gained: OfferingType[];

  @Field(() => Int, { description: "How many it may sell now and may not then." })
  lostCount: number;

  @Field(() => [OfferingType], { description: `What it may sell now and may not then, ${shownText}.` })
  lost: OfferingType[];

  @Field(() => Int, {
    description:
      "Services of what it may not sell then, of it and of those below, that are not terminated: they run on.",
  })
  services: number;
}

/** At the prices of the reseller at `path`. */
export function toCatalogChange({ gained, lost, services }: CatalogChange, path: string): CatalogChangeType {
  const shown = (rows: readonly OfferingRow[]) => rows.slice(0, shownMax).map((row) => toOffering(row, path));
  return {
    gainedCount: gained.length,
    gained: shown(gained),
    lostCount: lost.length,
    lost: shown(lost),
    services,
  };
}
