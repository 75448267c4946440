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
  const reasons = new Map(changes.map(({ path, meta }) => [path, (meta as Meta).addedArgumentValue]));
  return changes
    .filter(({ path }) => isMade.has(path) || !isMade.has(path?.split(".")[0]))
    .filter((change) => !isSaidElsewhere(change))
    .map((change) => ({
      kind: kindOf(change),
      at: placeOf(change),
      says: sentenceOf(change, reasons.get(`${change.path}.reason`)),
    }))
    .toSorted((one, other) => compare(one.at, other.at) || compare(one.says, other.says));
}

/** Of what the library adds to a change, as far as it is read here. */
interface Meta {
  readonly addedToNewField?: boolean;
  readonly addedToNewType?: boolean;
  readonly deprecationReason?: string;
  readonly addedArgumentValue?: string;
}

/** With the field or type that is new; and what is deprecated, of fields and values, by a change of its own. */
function isSaidElsewhere({ type, meta, path }: Change): boolean {
  const { addedToNewField, addedToNewType } = meta as Meta;
  if (addedToNewField === true || addedToNewType === true) return true;
  const isOfItsOwn = /^DIRECTIVE_USAGE_(FIELD_DEFINITION|ENUM_VALUE)_/.test(type) && path?.endsWith(".@deprecated");
  return isOfItsOwn === true || type.startsWith("DIRECTIVE_USAGE_ARGUMENT_ADDED");
}

function kindOf({ criticality: { level }, type, path }: Change): ChangeKind {
  if (level === CriticalityLevel.Breaking) return "BREAKING";
  if (level === CriticalityLevel.Dangerous) return "DANGEROUS";
  const isDeprecation = type.includes("DEPRECATION") || path?.endsWith(".@deprecated");
  if (isDeprecation === true) return type.endsWith("_REMOVED") ? "CHANGED" : "DEPRECATED";
  return type.endsWith("_ADDED") ? "ADDED" : "CHANGED";
}

function placeOf({ path }: Change): string {
  return (path ?? "schema").replace(/\.@deprecated(\.reason)?$/, "");
}

/** `quoted`: the reason of a deprecation, as it stands in the contract. */
function sentenceOf({ message, meta }: Change, quoted: string | undefined): string {
  const { deprecationReason } = meta as Meta;
  const reason = deprecationReason ?? (message.includes("reason") ? undefined : quoted);
  return `${message}${reason === undefined ? "" : `: ${reason.replaceAll('"', "")}`}`.replace(/\.?$/, ".");
}

/** What was told before keeps its day and its reason; the rest is told today. */
export function toldOf(found: readonly FoundChange[], earlier: readonly SchemaChange[], today: string): SchemaChange[] {
  const known = new Map(earlier.map((change) => [keyOf(change), change]));
  return found.map((change) => ({ on: today, ...known.get(keyOf(change)), ...change }));
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
  const lines = new Set(told.map((change) => JSON.stringify(change)));
  const untold = toldOf(found, told, "").filter((change) => !lines.has(JSON.stringify(change)));
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
