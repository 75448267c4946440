import type { IdentifierProblem, ParsedIdentifier } from "@tierline/shared/iccid.ts";

export interface ReadLine {
  /** Counted as the person sees them, empty ones included. */
  readonly number: number;
  /** As it stands there, without the spaces around it. */
  readonly text: string;
  readonly identifier: string;
  /** What stands behind a tab or a semicolon, as a spreadsheet pastes it. */
  readonly label: string | null;
  readonly problem: LineProblem | null;
}

export type LineProblem =
  | { readonly kind: "twice"; readonly first: number }
  /** What the identifier's own rule says, by its key. */
  | { readonly kind: "bad"; readonly key: IdentifierProblem["key"] }
  /** What the server said. */
  | { readonly kind: "refused"; readonly message: string };

export interface ReadRules {
  readonly normalize: (identifier: string) => ParsedIdentifier;
  /** What the server said of a line when it was last sent, by the line's text. */
  readonly refused?: ReadonlyMap<string, string>;
}

/** What was scanned or pasted, one a line: bad ones and those that stand twice are marked before anything is sent. */
export function readLines(text: string, { normalize, refused }: ReadRules): ReadLine[] {
  const firstAt = new Map<string, number>();
  const lines: ReadLine[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "") continue;
    const number = index + 1;
    const [identifier = "", ...rest] = line.split(/[\t;]/).map((part) => part.trim());
    const normal = normalize(identifier);
    const first = normal.ok ? firstAt.get(normal.value) : undefined;
    if (normal.ok && first === undefined) firstAt.set(normal.value, number);
    const label = rest.join(" ").trim() || null;
    lines.push({
      number,
      text: line,
      identifier,
      label,
      problem: problemOf(normal, first, refused?.get(line)),
    });
  }
  return lines;
}

function problemOf(
  normal: ParsedIdentifier,
  first: number | undefined,
  refusal: string | undefined,
): LineProblem | null {
  if (!normal.ok) return { kind: "bad", key: normal.message.key };
  if (first !== undefined) return { kind: "twice", first };
  return refusal === undefined ? null : { kind: "refused", message: refusal };
}

/** The text without some of its lines, e.g. those that cannot be added. */
export function withoutLines(text: string, numbers: ReadonlySet<number>): string {
  return text
    .split("\n")
    .filter((_, index) => !numbers.has(index + 1))
    .join("\n");
}
