import { CustomerEntity } from "../customers/customer.entity.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { arrayText } from "../kernel/unnested.ts";
import { findMatches } from "./find-matches.ts";
import type { ListVersionRow } from "./list.entity.ts";
import { listLock, partyOf, searchNow } from "./run-screenings.ts";

const customersPerBatch = 40;
const batchesPerSweep = 50;

/**
 * After a list has changed, has those customers looked at again whom the change can touch: who is like what is new in it, whose case
 * is about what it says otherwise or no more, and whoever was never looked at. By batches, from a kept position. Answers how many
 * customers were asked about.
 */
export async function followLists(context: Context): Promise<number> {
  let asked = 0;
  for (let batch = 0; batch < batchesPerSweep; batch += 1) {
    const more = await transaction(context, askBatch);
    asked += more;
    if (more === 0) break;
  }
  return asked;
}

type Unasked = Pick<ListVersionRow, "id"> & { readonly asked_up_to: string | null };

async function askBatch(tx: Transaction): Promise<number> {
  const [version] = await tx.em.execute<Unasked[]>(
    "select id, asked_up_to from list_version where asked_at is null order by id limit 1 for update skip locked",
  );
  if (version === undefined) return 0;
  await tx.em.execute("select pg_advisory_xact_lock(?)", [listLock]);
  const customers = await tx.em.find(
    CustomerEntity,
    { ...(version.asked_up_to === null ? {} : { id: { $gt: version.asked_up_to } }), state: { $ne: "ARCHIVED" } },
    { disableIdentityMap: true, orderBy: { id: "asc" }, limit: customersPerBatch },
  );
  const search = await searchNow(tx);
  const known = await lookedAt(
    tx,
    customers.map(({ id }) => id),
  );
  const asked = customers.filter(({ id }) => known.has(id));
  const found =
    search === null || asked.length === 0
      ? []
      : await findMatches(tx, asked.map(partyOf), { ...search, sinceId: version.id });
  const alike = asked.filter((_, index) => (found[index]?.length ?? 0) > 0).map(({ id }) => id);
  const touched = await lookAgain(
    tx,
    version.id,
    customers.map(({ id }) => id),
    alike,
  );
  const last = customers.at(-1)?.id ?? null;
  const isOver = customers.length < customersPerBatch;
  await tx.em.execute(
    "update list_version set asked_up_to = coalesce(?::uuid, asked_up_to), asked_at = ?, touched = touched + ? where id = ?",
    [last, isOver ? tx.clock.now() : null, touched, version.id],
  );
  return Math.max(customers.length, 1);
}

/** Of the others nothing has to be asked: they are looked at anyway. */
async function lookedAt({ em }: Transaction, customers: readonly string[]): Promise<Set<string>> {
  const rows = await em.execute<{ id: string }[]>(
    `select distinct customer_id as id from screening s
     where customer_id = any(?::uuid[]) and finished_at is not null and state <> 'NOT_RUN'
       and not exists (select from screening r where r.customer_id = s.customer_id and r.state = 'RUNNING')`,
    [arrayText(customers)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** A check that waits will see the new list anyway, so nobody gets a second one. */
async function lookAgain(
  { em }: Transaction,
  versionId: string,
  customers: readonly string[],
  alike: readonly string[],
): Promise<number> {
  const added = await em.execute<unknown[]>(
    `insert into screening (id, path, customer_id, trigger, state, list_version_id, list_versions, matches)
     select gen_random_uuid(), c.path, c.id, 'LIST_CHANGED', 'RUNNING', ?::uuid, '{}', 0 from customer c
     where c.id = any(?::uuid[])
       and not exists (select from screening s where s.customer_id = c.id and s.state = 'RUNNING')
       and (c.id = any(?::uuid[])
         or not exists (select from screening s where s.customer_id = c.id and s.finished_at is not null and s.state <> 'NOT_RUN')
         or exists (select from screening_case k cross join jsonb_array_elements(k.matches) m
           join list_entry e on e.until_id = ?::uuid and e.list = m ->> 'list' and e.reference = m ->> 'reference'
           where k.customer_id = c.id and k.state <> 'WITHDRAWN'))
     on conflict do nothing returning 1`,
    [versionId, arrayText(customers), arrayText(alike), versionId],
  );
  return added.length;
}
