/**
 * How many letters have to be put in, left out, replaced or swapped with their neighbour to make one word of the other (optimal
 * string alignment, Damerau 1964). Words that differ by more than `most` need not be told apart: then `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const replaced = row[j - 1]! + (isSame ? 0 : 1); // indices stay inside the rows
      const swapped = isSwapped ? before[j - 2]! + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, replaced, swapped));
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return Math.min(row[b.length]!, most + 1);
}

/** Slips that a word of this length may hold: none in two letters, one up to five, two beyond. */
export function slipsOf(word: string): number {
  if (word.length < 3) return 0;
  return word.length <= 5 ? 1 : 2;
}
