import { CriticalityLevel, diff, type Change } from "@graphql-inspector/core";
import type { ChangeKind, SchemaChange } from "@tierline/shared/schema-change.ts";
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  print,
  visit,
} from "graphql";

/** A change that was found, before anybody has told of it. */
export type FoundChange = Omit<SchemaChange, "on" | "why" | "since">;

/** Without descriptions, which may be bettered at any time and break nobody. */
export function shapeOf(sdl: string): string {
  return `${print(visit(parse(sdl, { noLocation: true }), { enter: (node) => ("description" in node ? { ...node, description: undefined } : undefined) }))}\n`;
}

/** What is different in the shape, sorted by place; of a type that is new or gone one line tells. */
export async function changesBetween(before: string, after: string): Promise<FoundChange[]> {
  const changes = await diff(buildSchema(shapeOf(before)), buildSchema(shapeOf(after)));
  const isMade = new Set(changes.filter(({ type }) => /^TYPE_(ADDED|REMOVED)$/.test(type)).map(({ path }) => path));
  return changes
    .filter(({ type, meta, path }) => {
      const { addedToNewField, addedToNewType } = meta as { addedToNewField?: boolean; addedToNewType?: boolean };
      if (type.startsWith("DIRECTIVE_USAGE") || addedToNewField === true || addedToNewType === true) return false;
      return isMade.has(path) || !isMade.has(path?.split(".")[0]);
    })
    .map((change) => ({ kind: kindOf(change), at: placeOf(change), says: sentenceOf(change) }))
    .toSorted((one, other) => compare(one.at, other.at) || compare(one.says, other.says));
}

function kindOf({ criticality: { level }, type }: Change): ChangeKind {
  if (level === CriticalityLevel.Breaking) return "BREAKING";
  if (level === CriticalityLevel.Dangerous) return "DANGEROUS";
  if (/DEPRECATION_(REASON_)?(ADDED|CHANGED)/.test(type)) return "DEPRECATED";
  return type.endsWith("_ADDED") ? "ADDED" : "CHANGED";
}

function placeOf({ path }: Change): string {
  return (path ?? "schema").replace(/\.@deprecated$/, "");
}

function sentenceOf({ message, meta }: Change): string {
  const { deprecationReason } = meta as { deprecationReason?: string };
  return `${message}${deprecationReason === undefined ? "" : `: ${deprecationReason}`}`.replace(/\.?$/, ".");
}

/** What was told before keeps its day and its reason; the rest is told today. */
export function toldOf(found: readonly FoundChange[], earlier: readonly SchemaChange[], today: string): SchemaChange[] {
  const known = new Map(earlier.map((change) => [keyOf(change), change]));
  return found.map((change) => known.get(keyOf(change)) ?? { on: today, ...change });
}

export interface Release {
  /** From version 1 on the promise of twelve months holds. */
  readonly version: string;
}

/** Why a change may not go out as it is told. */
export function changelogProblems(
  found: readonly FoundChange[],
  told: readonly SchemaChange[],
  { version }: Release,
): string[] {
  const untold = toldOf(found, told, "").filter(({ on }) => on === "");
  if (untold.length > 0 || told.length !== found.length) {
    const examples = untold.slice(0, 5).map(({ says }) => `\n  ${says}`);
    return [
      `schema/changes/next.jsonl does not tell what changed. Run: pnpm tierline schema:print${examples.join("")}`,
    ];
  }
  return told.filter(({ kind }) => kind === "BREAKING").flatMap((change) => breakProblems(change, version));
}

function breakProblems({ at, on, why = "", since = "" }: SchemaChange, version: string): string[] {
  const line = `schema/changes/next.jsonl, ${at}: it breaks whoever uses it`;
  if (why.trim() === "" || !dayPattern.test(since))
    return [
      `${line}. Put it back and deprecate it, or add to its line "why":"…","since":"YYYY-MM-DD" (when it was told to come).`,
    ];
  const isPromised = Number(version.split(".")[0]) >= 1;
  return isPromised && since > aYearBefore(on) ? [`${line} less than twelve months after it was told to come.`] : [];
}

const dayPattern = /^\d{4}-\d\d-\d\d$/;

function aYearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

/** Whoever uses what is deprecated has to know until when it stays. */
export function undatedDeprecations(sdl: string): string[] {
  const named = Object.values(buildSchema(sdl).getTypeMap()).flatMap((type) => {
    const members =
      isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields())
        : isEnumType(type)
          ? type.getValues()
          : [];
    return members.flatMap((member) => {
      const args = "args" in member ? member.args : [];
      return [member, ...args].map(({ name, deprecationReason }) => ({
        at: `${type.name}.${name}`,
        deprecationReason,
      }));
    });
  });
  return named
    .filter(({ deprecationReason }) => deprecationReason != null && !/\b\d{4}-\d\d-\d\d\b/.test(deprecationReason))
    .map(({ at }) => `${at} is deprecated without the day on which it goes.`);
}

function keyOf({ at, says }: FoundChange): string {
  return `${at} ${says}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
