import type { EntityManager } from "@mikro-orm/postgresql";
import type { EntityData, EntityName } from "@mikro-orm/core";

/**
 * Rows of a hand-written statement as the entity's rows: names, dates and bigints as `find` would give them. They are read
 * apart from the identity map, so that one request never sees what an earlier statement of it had read.
 */
export function mapped<T extends object>(em: EntityManager, entity: EntityName<T>, rows: readonly object[]): T[] {
  const apart = em.fork();
  return rows.map((row) => apart.map<T>(entity, row as EntityData<T>));
}
