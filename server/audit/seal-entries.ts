import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { canonical, chainOf, hashAfter } from "./chain.ts";

const batchMax = 1_000;
const batchesMax = 50;
/** One process seals at a time, and nobody but sealers waits for this lock. */
const sealingLock = 7_401_227;

interface Unsealed {
  readonly id: string;
  readonly chain: string;
  readonly entry: string;
}

export interface Head {
  readonly chain: string;
  readonly sequence: string;
  readonly hash: string;
}

/** Sweep: puts what was committed since the last time at the ends of its chains. No verb waits for a chain or for another verb. */
export async function sealEntries(context: Context): Promise<number> {
  let sealed = 0;
  for (let batch = 0; batch < batchesMax; batch += 1) {
    const count = await transaction(context, sealBatch);
    sealed += count;
    if (count < batchMax) break;
  }
  return sealed;
}

async function sealBatch({ em }: Transaction): Promise<number> {
  const [lock] = await em.execute<{ mine: boolean }[]>("select pg_try_advisory_xact_lock(?) as mine", [sealingLock]);
  if (lock?.mine !== true) return 0;
  const entries = await em.execute<Unsealed[]>(
    `with taken as (
       delete from audit_unsealed where id in (select id from audit_unsealed order by id limit ?) returning id
     )
     select e.id, ${chainOf("e.path")} as chain, ${canonical} as entry from taken join audit_entry e on e.id = taken.id order by e.id`,
    [batchMax],
  );
  if (entries.length === 0) return 0;
  const seals = sealsOf(entries, await headsOf(em, [...new Set(entries.map(({ chain }) => chain))]));
  await em.execute(
    `insert into audit_seal (path, sequence, entry_id, hash)
     select path, sequence, "entryId", hash from jsonb_to_recordset(?::jsonb) as seal (path text, sequence bigint, "entryId" uuid, hash text)`,
    [JSON.stringify(seals)],
  );
  return entries.length;
}

function sealsOf(entries: readonly Unsealed[], heads: readonly Head[]): object[] {
  const ends = new Map(heads.map(({ chain, sequence, hash }) => [chain, { sequence: Number(sequence), hash }]));
  return entries.map(({ id, chain, entry }) => {
    const before = ends.get(chain) ?? { sequence: 0, hash: "" };
    const end = { sequence: before.sequence + 1, hash: hashAfter(before.hash, entry) };
    ends.set(chain, end);
    return { path: chain, entryId: id, ...end };
  });
}

function headsOf(em: Context["em"], chains: readonly string[]): Promise<Head[]> {
  return em.execute<Head[]>(
    `select chain.path as chain, head.sequence::text, head.hash from json_array_elements_text(?::json) as chain (path)
     cross join lateral (select sequence, hash from audit_seal s where s.path = chain.path order by sequence desc limit 1) head`,
    [JSON.stringify(chains)],
  );
}

/** Sweep: the log is where whoever rewrites the database does not reach, so that a chain cut short or made anew is seen. */
export async function logHeads({ em, log }: Context): Promise<number> {
  const heads = await em.execute<Head[]>(
    `select distinct on (path) path as chain, sequence::text, hash from audit_seal order by path, sequence desc`,
  );
  log.info(
    { heads: heads.map(({ chain, sequence, hash }) => `${chain}:${sequence}:${hash}`) },
    "ends of the audit chains",
  );
  return heads.length;
}
