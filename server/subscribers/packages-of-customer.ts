import { say } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { invariant, type Refusal } from "../kernel/rejection.ts";
import { heldOfferings, type PackageOffering } from "./find-packages.ts";
import { CustomerPackageEntity, type CustomerPackageRow } from "./subscriber.entity.ts";

export interface HeldPackage extends PackageOffering {
  readonly row: CustomerPackageRow;
}

/**
 * A customer's packages and add-ons, the highest rank first. `isHeld`: until the transaction ends nobody else takes a seat of them or
 * changes how many there are; all of them, in one order, so that two who want several never wait for each other.
 */
export async function packagesOf(
  { em }: Pick<Context, "em">,
  customerId: string,
  { isHeld = false }: { readonly isHeld?: boolean } = {},
): Promise<HeldPackage[]> {
  const lock = isHeld ? "for update" : "";
  const rows = mapped(
    em,
    CustomerPackageEntity,
    await em.execute<object[]>(`select * from customer_package where customer_id = ? order by offering_id ${lock}`, [
      customerId,
    ]),
  );
  if (rows.length === 0) return [];
  const offerings = await heldOfferings({ em }, rows);
  const held = rows.map((row) => {
    const found = offerings.get(row.offering);
    invariant(found !== undefined, "what a customer has can be read wherever that can");
    return { ...found, row };
  });
  return held.toSorted((a, b) => b.terms.rank - a.terms.rank || a.terms.key.localeCompare(b.terms.key));
}

/**
 * PACKAGE_LIMIT_EXCEEDED, where no seat of it is left; null where one is: the caller holds it, and takes the seat by writing who has
 * it.
 */
export function noSeat({ row, offering }: HeldPackage, path: readonly string[]): Refusal | null {
  const { seatsMax: limit = null, seatsUsed: used } = row;
  if (limit === null || used < limit) return null;
  return {
    code: "LIMIT_EXCEEDED",
    message: say("package.limit", { package: offering.name, limit, used }),
    path: [...path],
    typeName: "LimitExceededError",
    data: { limit, used },
  };
}

/** MISSING_DEPENDENCY: one of these has to be there too. */
export function missingDependency(name: string, needs: readonly string[], path: readonly string[]): Refusal {
  return {
    code: "REQUIRED",
    message: say("package.needs", { package: name, needs: { anyOf: [...needs] } }),
    path: [...path],
    typeName: "MissingDependencyError",
    data: { needs: [...needs] },
  };
}
