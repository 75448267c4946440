import { playbookBytesMax } from "@tierline/shared/limits.ts";
import { type PlaybookDocument, playbookSchema } from "@tierline/shared/playbook.ts";
import { playbookProblems, type PlaybookLanguage, type PlaybookProblem } from "@tierline/shared/playbook-problems.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { LineCounter, parseDocument, type Document } from "yaml";
import { isKeepable } from "../kernel/text.ts";
import { readDocument } from "../provisioning/playbook-document.ts";
import type { PlaybookFormat } from "./playbook.enums.ts";

/** Something wrong with a document, and where; lines and columns count from 1. */
export interface PlacedProblem {
  readonly message: Sentence;
  readonly path: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

export interface CheckedDocument {
  readonly problems: readonly PlacedProblem[];
  /** Null when there are problems. */
  readonly document: PlaybookDocument | null;
}

/** Everything that is wrong with a text, at once. Whatever passes here can be run: every action and variable was looked up. */
export function checkDocument(format: PlaybookFormat, text: string, language: PlaybookLanguage): CheckedDocument {
  if (Buffer.byteLength(text) > playbookBytesMax) {
    return refused([{ ...nowhere, message: say("playbook.tooLong", { size: playbookBytesMax / 1_000 }) }]);
  }
  if (!isKeepable(text)) return refused([{ ...nowhere, message: say("text.notKept") }]);
  const lines = new LineCounter();
  const parsed = parseDocument(text, { schema: "core", lineCounter: lines, logLevel: "error" });
  const [fault] = parsed.errors;
  if (fault !== undefined) {
    const { line, col: column } = lines.linePos(fault.pos[0]);
    return refused([
      { message: say("playbook.fault", { format, reason: firstLine(fault.message) }), path: null, line, column },
    ]);
  }
  let value: unknown;
  try {
    value = readDocument(format, text);
  } catch (error) {
    return refused([
      { ...nowhere, message: say("playbook.notFormat", { format, reason: firstLine((error as Error).message) }) },
    ]);
  }
  if (!textsIn(value).every(isKeepable)) return refused([{ ...nowhere, message: say("text.notKept") }]);
  const problems = playbookProblems(value, language);
  if (problems.length > 0) return refused(problems.map((problem) => placed(problem, parsed, lines)));
  return { problems: [], document: playbookSchema.parse(value) };
}

/** Keys and values: what is written as an escape is a character as well. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return [...Object.keys(value), ...Object.values(value).flatMap(textsIn)];
}

const nowhere = { path: null, line: null, column: null } as const;

function refused(problems: readonly PlacedProblem[]): CheckedDocument {
  return { problems, document: null };
}

/** At the node that the path leads to, or at the nearest one above it that the text has. */
function placed({ path, message }: PlaybookProblem, parsed: Document, lines: LineCounter): PlacedProblem {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? parsed.contents : parsed.getIn(path.slice(0, depth), true);
    const start = rangeStart(node);
    if (start === null) continue;
    const { line, col } = lines.linePos(start);
    return { message, path: path.join("."), line, column: col };
  }
  return { message, path: path.join("."), line: null, column: null };
}

function rangeStart(node: unknown): number | null {
  const range = (node as { range?: readonly number[] | null } | null | undefined)?.range;
  return range?.[0] ?? null;
}

function firstLine(text: string): string {
  return text.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, ""); // split always gives one part
}
