import type { EntityManager } from "@mikro-orm/postgresql";
import type { EntityName, EntityProperty, Platform } from "@mikro-orm/core";

/**
 * Rows of a hand-written statement as the entity's rows: names, dates and bigints as `find` would give them. They are plain facts
 * apart from the unit of work, so that one request never sees what an earlier statement of it had read.
 */
export function mapped<T extends object>(em: EntityManager, entity: EntityName<T>, rows: readonly object[]): T[] {
  const readers = readersOf(em, entity);
  return rows.map((row) => {
    const facts: Record<string, unknown> = {};
    for (const { column, name, read } of readers) {
      const value = (row as Record<string, unknown>)[column];
      if (value !== undefined) facts[name] = value === null || read === null ? value : read(value);
    }
    return facts as T; // named and typed as the entity says
  });
}

/** What `mapped` reads of a table with that alias; what is marked as lazy is left to who asks for it by name. */
export function columnsOf<T extends object>(em: EntityManager, entity: EntityName<T>, alias: string): string {
  return readersOf(em, entity)
    .map(({ column }) => `${alias}.${column}`)
    .join(", ");
}

interface Reader {
  readonly column: string;
  readonly name: string;
  /** Null where the driver's value is the row's. */
  readonly read: ((value: unknown) => unknown) | null;
}

const known = new WeakMap<object, readonly Reader[]>();

function readersOf<T extends object>(em: EntityManager, entity: EntityName<T>): readonly Reader[] {
  const meta = em.getMetadata().get(entity);
  const found = known.get(meta);
  if (found !== undefined) return found;
  const columns = Object.values<EntityProperty>(meta.properties).filter(
    ({ fieldNames, lazy }) => fieldNames?.length === 1 && lazy !== true,
  );
  const made = columns.map((property) => ({
    column: property.fieldNames[0]!, // there is exactly one
    name: property.name,
    read: readOf(property, em.getPlatform()),
  }));
  known.set(meta, made);
  return made;
}

function readOf({ runtimeType, customType }: EntityProperty, platform: Platform): Reader["read"] {
  if (customType !== undefined) return (value) => customType.convertToJSValue(value, platform) as unknown;
  return runtimeType === "Date" ? (value) => platform.parseDate(value as string) : null;
}
