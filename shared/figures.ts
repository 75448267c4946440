/** The one in the middle, or between the two that are; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** To one decimal place: these are figures to compare, not to add up. */
export function toTenths(value: number): string {
  return String(Math.round(value * 10) / 10);
}
