import type pg from "pg";
import { encodeId } from "@tierline/shared/id.ts";
import { canonical, chainOf, hashAfter } from "../audit/chain.ts";

type Client = Pick<pg.ClientBase, "query">;

const pageSize = 2_000;

interface Sealed {
  readonly chain: string;
  readonly sequence: string;
  readonly entry_id: string;
  readonly hash: string;
  readonly entry: string | null;
  /** Where it lies, and where it lay when it was sealed. */
  readonly path: string | null;
  readonly sealed_in: string | null;
}

export interface ChainReport {
  /** The first bad row of each chain, and what no chain holds. Empty where everything is as it was written. */
  readonly problems: readonly string[];
  /** `chain:sequence:hash` of the last good row of each. */
  readonly heads: readonly string[];
}

/**
 * Walks every chain from its beginning. `anchors` are heads as the log has them: they tell of a chain that was cut short or
 * written anew, which it cannot tell itself. An entry that came along with a moved reseller has to lie where the moves in the trail have
 * brought it. The caller's connection sees all tiers.
 */
export async function verifyChains(client: Client, anchors: readonly string[] = []): Promise<ChainReport> {
  const problems: string[] = [];
  const heads = new Map<string, { sequence: number; hash: string }>();
  const broken = new Set<string>();
  const missing = new Set(anchors);
  const moves = await movesIn(client);
  for await (const seal of seals(client)) {
    const { chain, entry } = seal;
    if (broken.has(chain)) continue;
    const before = heads.get(chain) ?? { sequence: 0, hash: "" };
    const problem = problemOf(seal, before) ?? displacementOf(seal, moves);
    if (problem === null && entry !== null) {
      heads.set(chain, { sequence: before.sequence + 1, hash: seal.hash });
      missing.delete(`${chain}:${seal.sequence}:${seal.hash}`);
      continue;
    }
    broken.add(chain);
    problems.push(`${chain} ${before.sequence + 1}: ${problem}`);
  }
  for (const anchor of missing) problems.push(`${anchor}: the chain no longer holds what the log says it held`);
  return {
    problems: [...problems, ...(await outsideOf(client))],
    heads: [...heads].map(([chain, { sequence, hash }]) => `${chain}:${sequence}:${hash}`),
  };
}

function problemOf(
  { sequence, entry_id, entry, hash }: Sealed,
  before: { readonly sequence: number; readonly hash: string },
): string | null {
  const id = encodeId("aud", entry_id);
  if (Number(sequence) !== before.sequence + 1) return `its seal is gone; the next one is of ${id}`;
  if (entry === null) return `the entry ${id} is gone`;
  return hashAfter(before.hash, entry) === hash ? null : `the entry ${id} is not what was sealed here`;
}

interface Move {
  /** Of the reseller that was moved: the last part of its path, which no move changes. */
  readonly node: string;
  readonly to: string;
}

/** From what is sealed itself, or waits for it, in the order in which it happened. */
async function movesIn(client: Client): Promise<Move[]> {
  const { rows } = await client.query<{ to: string }>(
    `select coalesce(written_in, path) as to from audit_entry
     where operation = 'reseller.move' and outcome = 'DONE' order by at, id`,
  );
  return rows.map(({ to }) => ({ node: /r\d+\.$/.exec(to)?.[0] ?? "", to }));
}

function displacementOf({ entry_id, path, sealed_in }: Sealed, moves: readonly Move[]): string | null {
  if (path === null || sealed_in === null) return null;
  const place = moves.reduce((at, { node, to }) => {
    const begin = at.indexOf(`.${node}`);
    return begin === -1 ? at : to + at.slice(begin + 1 + node.length);
  }, sealed_in);
  return place === path ? null : `the entry ${encodeId("aud", entry_id)} lies at ${path}, and belongs at ${place}`;
}

async function* seals(client: Client): AsyncGenerator<Sealed> {
  let after: readonly [string, string] = ["", "0"];
  for (;;) {
    const { rows } = await client.query<Sealed>(
      `select s.path as chain, s.sequence::text, s.entry_id, s.hash, case when e.id is not null then ${canonical} end as entry,
         e.path, coalesce(e.written_in, e.path) as sealed_in
       from audit_seal s left join audit_entry e on e.id = s.entry_id
       where (s.path, s.sequence) > ($1, $2::bigint) order by s.path, s.sequence limit ${pageSize}`,
      [...after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = [last.chain, last.sequence];
  }
}

/** The newest wait for the next sweep; anything else outside the chains came in behind the database's back. */
async function outsideOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string; chain: string }>(
    `select e.id, ${chainOf("e.path")} as chain from audit_entry e
     where not exists (select from audit_seal s where s.entry_id = e.id)
       and not exists (select from audit_unsealed u where u.id = e.id) order by e.id limit 10`,
  );
  return rows.map(
    ({ id, chain }) => `${chain}: the entry ${encodeId("aud", id)} stands in no chain and does not wait for one`,
  );
}
