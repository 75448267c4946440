import { decodeId, type IdPrefix, prefixOf } from "@tierline/shared/id.ts";
import { fieldsOf } from "../fields.ts";
import { seen, seenFromBelow, type World } from "../world.ts";

interface Row {
  readonly id: string;
}

/** The kinds of things that the preview finds by their id alone. */
const kinds: Partial<Record<IdPrefix, readonly [typename: string, rowsIn: (world: World) => readonly Row[]]>> = {
  cus: ["Customer", (world) => seen(world, world.customers)],
  svc: ["Service", (world) => seen(world, world.services.values())],
  ord: ["Order", (world) => seen(world, world.orders.values())],
  run: ["ProvisioningRun", (world) => seen(world, world.runs.values())],
  itm: ["InventoryItem", (world) => seen(world, world.items.values())],
  tpl: ["InventoryTemplate", (world) => seenFromBelow(world, world.templates)],
  aud: ["AuditEntry", (world) => seen(world, world.trail)],
  ofr: ["Offering", (world) => seenFromBelow(world, world.offerings)],
};

function nodeOf(world: World, id: string): object | null {
  const prefix = prefixOf(id);
  const kind = prefix === null ? undefined : kinds[prefix];
  if (prefix === null || kind === undefined) return null;
  const [__typename, rowsIn] = kind;
  const row = rowsIn(world).find((each) => each.id === decodeId(prefix, id));
  return row === undefined ? null : { ...row, __typename };
}

export const nodes = {
  Query: fieldsOf<unknown>({
    node: (_, { id }: { id: string }, world) => nodeOf(world, id),
    nodes: (_, { ids }: { ids: readonly string[] }, world) => ids.map((id) => nodeOf(world, id)),
  }),
};
