import { CustomerEntity } from "../customers/customer.entity.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { toScreeningCase } from "../screening/screening-case.type.ts";
import { ScreeningCaseEntity } from "../screening/screening.entity.ts";
import type { AttentionItemType } from "./home.type.ts";
import type { Place } from "./place.ts";
import type { Queue } from "./queue.ts";

interface Found {
  readonly case: object;
  readonly total: number;
}

/** Potential matches that nobody has decided yet, and the name of the list each is like (C18, C19). The one that has waited longest first. */
export async function casesThatWait(
  { em, clock }: Context,
  { lo, hi }: Place,
  shownMax: number,
  countedMax: number,
): Promise<Queue> {
  const waits = "k.path >= ? and k.path < ? and k.state in ('OPEN', 'CONFIRMING')";
  const found = await em.execute<Found[]>(
    `select to_jsonb(k) as case, (select count(*)::int from (select 1 from screening_case k where ${waits} limit ?) counted) as total
     from screening_case k where ${waits} order by k.id limit ?`,
    [lo, hi, countedMax, lo, hi, shownMax],
  );
  const rows = mapped(
    em,
    ScreeningCaseEntity,
    found.map((each) => each.case),
  );
  const ids = rows.map(({ customer }) => customer);
  const customers = await em.find(CustomerEntity, { id: { $in: ids } }, { disableIdentityMap: true });
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const items = rows.map((row): AttentionItemType => {
    const target = toScreeningCase(row, clock.now());
    return {
      id: `SCREENING_CASE-${target.id}`,
      kind: "SCREENING_CASE",
      title: names.get(row.customer) ?? "",
      detail: row.matches[0]?.matchedName ?? "",
      since: target.openedAt,
      due: target.reviewBy,
      target,
    };
  });
  return { items, count: found[0]?.total ?? 0 };
}
