/** Takes in turns, one of each kind, until there are enough. */
export function sharesOf(found: readonly number[], first: number): number[] {
  const shares = found.map(() => 0);
  let left = Math.min(
    first,
    found.reduce((sum, count) => sum + count, 0),
  );
  for (let index = 0; left > 0; index = (index + 1) % found.length) {
    if ((shares[index] ?? 0) >= (found[index] ?? 0)) continue;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}

/** A short number, with or without the sign before it. */
export function numberIn(text: string): number | null {
  const [, digits] = /^#?(\d{1,9})$/.exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
}
