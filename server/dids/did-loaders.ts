import { loader } from "../kernel/loaders.ts";
import { DidEntity, type DidRow } from "./did.entity.ts";
import { NumberSourceEntity, type NumberSourceRow } from "./number-source.entity.ts";

/** What a customer has a number for, by the item's id; null where nobody has it for fees. */
export const didOfItem = loader<string, DidRow>(async ({ em }, items) => {
  const rows = await em.find(
    DidEntity,
    { item: { $in: [...items] }, disconnectedAt: null },
    { disableIdentityMap: true },
  );
  return new Map(rows.map((row) => [row.item, row]));
});

/** The first day of the next month that is charged, by the number's id. */
export const nextBillingOf = loader<string, string>(async ({ em }, ids) => {
  const rows = await em.execute<{ id: string; next: string }[]>(
    `select subject_id as id, min(next_from)::text as next from recurring_charge
     where subject_kind = 'DID' and subject_id in (?) and state <> 'STOPPED' group by 1`,
    [[...ids]],
  );
  return new Map(rows.map(({ id, next }) => [id, next]));
});

/** Where a number comes from, by the item's id; null where it was not registered as a number, or by somebody above. */
export const sourceOfItem = loader<string, NumberSourceRow>(async ({ em }, items) => {
  const rows = await em.find(NumberSourceEntity, { item: { $in: [...items] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.item, row]));
});
