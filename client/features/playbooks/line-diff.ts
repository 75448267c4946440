export interface DiffLine {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
  /** Line numbers from 1; null where the line is not in that text. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Beyond this many pairs of lines the comparison is not worth its time: all of the middle counts as replaced. */
const pairsMax = 4_000_000;

/** What became of the lines of one text in another: the longest common subsequence stays, the rest was removed or added. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [one, other] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < one.length - head && tail < other.length - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const middle = steps(one.slice(head, one.length - tail), other.slice(head, other.length - tail));
  const kinds = [...sames(head), ...middle, ...sames(tail)];
  let [left, right] = [0, 0];
  return kinds.map((kind): DiffLine => {
    if (kind !== "added") left += 1;
    if (kind !== "removed") right += 1;
    const text = (kind === "removed" ? one[left - 1] : other[right - 1]) ?? "";
    return { kind, text, before: kind === "added" ? null : left, after: kind === "removed" ? null : right };
  });
}

function sames(count: number): DiffLine["kind"][] {
  return Array.from({ length: count }, () => "same" as const);
}

function steps(one: readonly string[], other: readonly string[]): DiffLine["kind"][] {
  const [rows, columns] = [one.length, other.length];
  if (rows * columns > pairsMax) {
    return [...one.map(() => "removed" as const), ...other.map(() => "added" as const)];
  }
  const lengths = commonLengths(one, other);
  const at = (row: number, column: number): number => lengths[row * (columns + 1) + column] ?? 0;
  const found: DiffLine["kind"][] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    if (row < rows && column < columns && one[row] === other[column]) {
      found.push("same");
      row += 1;
      column += 1;
    } else if (column === columns || (row < rows && at(row + 1, column) >= at(row, column + 1))) {
      found.push("removed");
      row += 1;
    } else {
      found.push("added");
      column += 1;
    }
  }
  return found;
}

/** For each pair of suffixes, how many lines they have in common. */
function commonLengths(one: readonly string[], other: readonly string[]): Uint16Array {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const below = lengths[(row + 1) * width + column] ?? 0;
      const beside = lengths[row * width + column + 1] ?? 0;
      const both = lengths[(row + 1) * width + column + 1] ?? 0;
      lengths[row * width + column] = one[row] === other[column] ? both + 1 : Math.max(below, beside);
    }
  }
  return lengths;
}

const contextLines = 3;

/** Only what changed with a few lines around it; a number stands for so many lines left out. */
export function folded(lines: readonly DiffLine[]): (DiffLine | number)[] {
  const isNear = (index: number): boolean =>
    lines.slice(Math.max(0, index - contextLines), index + contextLines + 1).some(({ kind }) => kind !== "same");
  const shown: (DiffLine | number)[] = [];
  lines.forEach((line, index) => {
    const last = shown.at(-1);
    if (isNear(index)) shown.push(line);
    else if (typeof last === "number") shown[shown.length - 1] = last + 1;
    else shown.push(1);
  });
  return shown;
}
