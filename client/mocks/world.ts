import type * as Demo from "@tierline/shared/demo/model.ts";
import { demoWorld } from "@tierline/shared/demo/world.ts";
import { decodeId, type IdPrefix, newId } from "@tierline/shared/id.ts";
import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import type { NotificationKind } from "../api/generated/schema.ts";
import { defaultLanguage, type Language } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say, type Sentence, type Words } from "@tierline/shared/sentence.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { GraphQLError } from "graphql";

export interface Reservation {
  readonly id: string;
  readonly itemId: string;
  readonly userId: string;
  readonly reservedAt: Date;
  readonly expiresAt: Date;
  readonly extendableUntil: Date;
  /** Where the item goes back to when it is let go. */
  readonly before: InventoryItemState;
}

/** A run that was just queued has not begun. */
export type Run = Omit<Demo.DemoRun, "startedAt"> & { readonly startedAt: Date | null };

export interface Note {
  readonly id: string;
  readonly at: Date;
  readonly kind: NotificationKind;
  readonly title: Words;
  readonly detail: Words;
  readonly runId: string | null;
  readonly path: string;
}

export interface StockChange {
  readonly itemId: string;
  readonly templateId: string;
}

type Rows<T> = Map<string, T>;
type Listener = (event: unknown) => void;

/** The demo world, as it changes while one looks at it: rows are replaced, never changed. Gone with the tab. */
export interface World {
  readonly resellers: readonly Demo.DemoReseller[];
  readonly users: readonly Demo.DemoUser[];
  readonly customers: readonly Demo.DemoCustomer[];
  readonly templates: readonly Demo.DemoTemplate[];
  readonly offerings: readonly Demo.DemoOffering[];
  readonly trail: Demo.DemoAuditEntry[];
  readonly items: Rows<Demo.DemoItem>;
  readonly services: Rows<Demo.DemoService>;
  readonly orders: Rows<Demo.DemoOrder>;
  readonly runs: Rows<Run>;
  readonly reservations: Rows<Reservation>;
  /** What each idempotency key has made. */
  readonly made: Map<string, string>;
  readonly listeners: Map<string, Set<Listener>>;
  readonly startedAt: Date;
  viewer: Demo.DemoUser | null;
  /** What the viewer has set, and what the last request asked for. */
  language: Language | null;
  asked: Language;
}

export function openWorld(now: Date): World {
  const { resellers, users, customers, templates, offerings, trail, ...world } = demoWorld(now);
  return {
    resellers,
    users,
    customers,
    templates,
    offerings,
    trail: [...trail],
    items: byId(world.items),
    services: byId(world.services),
    orders: byId(world.orders),
    runs: byId<Run>(world.runs),
    reservations: new Map(),
    made: new Map(),
    listeners: new Map(),
    startedAt: now,
    viewer: null,
    language: null,
    asked: defaultLanguage,
  };
}

function refusedAccess(code: string, sentence: Sentence): GraphQLError {
  return new GraphQLError(rendered(sentence, defaultLanguage), { extensions: { code, messageKey: sentence.key } });
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): Rows<T> {
  return new Map(rows.map((row) => [row.id, row]));
}

export function signedIn({ viewer }: World): Demo.DemoUser {
  if (viewer === null) throw refusedAccess("UNAUTHENTICATED", say("access.signIn"));
  return viewer;
}

/** What a field of its own right says to who lacks it, as the server does. */
export function refuseUnless(world: World, permission: string): void {
  if (may(world, permission)) return;
  throw new GraphQLError("You do not have the permission for this.", { extensions: { code: "FORBIDDEN" } });
}

export function may(world: World, permission: string): boolean {
  return permissionsOf(signedIn(world).role).some((each) => each === permission);
}

/** What lies at the viewer's place in the tree or below it. */
export function seen<T extends { readonly path: string }>(world: World, rows: Iterable<T>): T[] {
  const { path } = signedIn(world);
  return [...rows].filter((row) => isWithin(row.path, path));
}

/** What a reseller above has set up for those below as well. */
export function seenFromBelow<T extends { readonly path: string }>(world: World, rows: Iterable<T>): T[] {
  const { path } = signedIn(world);
  return [...rows].filter((row) => isWithin(row.path, path) || isWithin(path, row.path));
}

export function rowOf<T extends { readonly id: string }>(rows: Iterable<T>, id: string | null): T | null {
  if (id === null) return null;
  for (const row of rows) if (row.id === id) return row;
  return null;
}

export function needed<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw refusedAccess("NOT_FOUND", say("access.notFound"));
  return row;
}

/** The row that an id from outside names; null when it names none. */
export function asked<T extends { readonly id: string }>(
  rows: Iterable<T>,
  prefix: IdPrefix,
  id: string | null | undefined,
): T | null {
  return id === null || id === undefined ? null : rowOf(rows, decodeId(prefix, id));
}

export function resellerOf(world: World, row: { readonly resellerId: string }): Demo.DemoReseller {
  return needed(rowOf(world.resellers, row.resellerId));
}

/** What the viewer has set aside. */
export function reservationsOf(world: World): Reservation[] {
  const { id } = signedIn(world);
  return [...world.reservations.values()].filter(({ userId }) => userId === id);
}

export function listen(world: World, topic: string, listener: Listener): () => void {
  const listeners = world.listeners.get(topic) ?? new Set();
  world.listeners.set(topic, listeners.add(listener));
  return () => listeners.delete(listener);
}

export function tell(world: World, topic: string, event: unknown = null): void {
  for (const listener of world.listeners.get(topic) ?? []) listener(event);
}

/** Moves an item, with an entry in its history, and tells the pickers that are open. */
export function moveItem(
  world: World,
  id: string,
  to: InventoryItemState,
  why: { readonly actor: string; readonly reason: Words; readonly run?: Run },
  place: Partial<Demo.DemoItem> = {},
): void {
  const item = needed(world.items.get(id));
  const { actor, reason, run } = why;
  const entry: Demo.DemoCustody = {
    id: newId(),
    at: new Date(),
    actor,
    from: item.state,
    to,
    reason,
    customerId: run?.customerId ?? null,
    serviceId: run?.serviceId ?? null,
    runId: run?.id ?? null,
  };
  world.items.set(id, { ...item, ...place, state: to, custody: [...item.custody, entry] });
  tell(world, `stock:${item.templateId}`, { itemId: id, templateId: item.templateId } satisfies StockChange);
}
