export interface ReadLine {
  /** Counted as the person sees them, empty ones included. */
  readonly number: number;
  readonly line: string;
  /** `duplicate`, or what the identifier's own rule says. */
  readonly problem: string | null;
}

type Normal = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string };

/** What was scanned or pasted, one a line: bad ones and those that stand twice are marked before anything is sent. */
export function readLines(text: string, normalize: (line: string) => Normal): ReadLine[] {
  const seen = new Set<string>();
  const lines: ReadLine[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "") continue;
    const normal = normalize(line);
    const problem = !normal.ok ? normal.message : seen.has(normal.value) ? "duplicate" : null;
    if (normal.ok) seen.add(normal.value);
    lines.push({ number: index + 1, line, problem });
  }
  return lines;
}
