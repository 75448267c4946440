import { applicationRole } from "../db/roles.ts";
import type { Wall, WallKind } from "./database-walls.ts";

const quoted = (name: string): string => `"${name}"`;

/** What each kind of wall may lose, as the superuser's statement. */
const faultsByKind: Readonly<Record<WallKind, (wall: Wall) => string[]>> = {
  check: constraintDropped,
  exclusion: constraintDropped,
  "foreign key": constraintDropped,
  "primary key": constraintDropped,
  unique: (wall) => (isIndexAlone(wall) ? [`drop index ${quoted(wall.name)}`] : constraintDropped(wall)),
  guard: ({ table }) => [
    `alter table ${quoted(table)} disable row level security`,
    `alter table ${quoted(table)} no force row level security`,
  ],
  "not null": ({ table, columns }) =>
    columns.map((column) => `alter table ${quoted(table)} alter column ${quoted(column)} drop not null`),
  policy: ({ table, name, definition }) => [
    `drop policy ${quoted(name)} on ${quoted(table)}`,
    `alter policy ${quoted(name)} on ${quoted(table)} using (true)${definition.includes("with check") ? " with check (true)" : ""}`,
  ],
  privilege: ({ table, columns }) =>
    columns.map((privilege) => `grant ${privilege} on ${quoted(table)} to ${applicationRole}`),
  trigger: ({ table, name }) => [
    `drop trigger ${quoted(name)} on ${quoted(table)}`,
    `alter table ${quoted(table)} disable trigger ${quoted(name)}`,
  ],
};

function constraintDropped({ table, name }: Wall): string[] {
  return [`alter table ${quoted(table)} drop constraint ${quoted(name)} cascade`];
}

export function isIndexAlone({ kind, definition }: Wall): boolean {
  return kind === "unique" && !definition.startsWith("UNIQUE");
}

export interface WallCase {
  readonly title: string;
  readonly wall: Wall;
  /** Taken away before the proof; null when the wall stands as it should. */
  readonly fault: string | null;
}

function titleOf({ kind, table, name }: Wall): string {
  return table === name ? `${kind} of ${table}` : `${kind} ${name} of ${table}`;
}

/** Each wall as it stands; or, for `pnpm sabotage`, each with each of its faults. */
export function casesOf(walls: readonly Wall[], isSabotaged: boolean): WallCase[] {
  if (!isSabotaged) return walls.map((wall) => ({ title: titleOf(wall), wall, fault: null }));
  return walls.flatMap((wall) =>
    faultsByKind[wall.kind](wall).map((fault) => ({ title: `${titleOf(wall)}: ${fault}`, wall, fault })),
  );
}
