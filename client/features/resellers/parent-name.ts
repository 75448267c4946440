import type { ResellerRowFragment } from "./resellers.generated.ts";

/** Who stands right above; null for the operator, above whom there is nobody. */
export function parentName({ tierPath }: Pick<ResellerRowFragment, "tierPath">): string | null {
  return tierPath.at(-2)?.name ?? null;
}
