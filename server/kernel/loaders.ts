import DataLoader from "dataloader";
import type { Context, RequestContext } from "./context.ts";
import { signedIn } from "./context.ts";

export type Batch<K, V> = (context: Context, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>;

/**
 * A batched look-up, one per operation, so that the number of statements does not grow with the rows of a page.
 * `const offeringById = loader(async (context, ids) => …)`, then `offeringById(context).load(id)`; a missing row is null.
 */
export function loader<K extends string, V>(batch: Batch<K, V>): (context: RequestContext) => DataLoader<K, V | null> {
  const name = Symbol("loader");
  return (context) => {
    const existing = context.loaders.get(name) as DataLoader<K, V | null> | undefined;
    if (existing !== undefined) return existing;
    const made = new DataLoader<K, V | null>(
      async (keys) => {
        const found = await batch(signedIn(context), keys);
        return keys.map((key) => found.get(key) ?? null);
      },
      { maxBatchSize: 1_000 },
    );
    context.loaders.set(name, made);
    return made;
  };
}

/** As `loader`, for lists: a key without rows gets an empty list. */
export function listLoader<K extends string, V>(batch: Batch<K, V[]>): (context: RequestContext) => DataLoader<K, V[]> {
  const single = loader<K, V[]>(async (context, keys) => {
    const found = await batch(context, keys);
    return new Map(keys.map((key) => [key, found.get(key) ?? []]));
  });
  return (context) => single(context) as DataLoader<K, V[]>;
}

export function groupBy<K, V>(rows: readonly V[], keyOf: (row: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
