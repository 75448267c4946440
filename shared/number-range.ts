/** A number as a carrier writes it: digits, with what it puts between them, a plus perhaps, and a digit at the end. */
const writtenNumber = /^\+?[\d ()./-]*?(\d+)$/;

/**
 * So many numbers in a row from the first one on, each written as the first is. Null where it is no number, or its last digits have no
 * room for so many.
 */
export function numberRange(first: string, quantity: number): string[] | null {
  const [, tail] = writtenNumber.exec(first) ?? [];
  if (tail === undefined || !Number.isInteger(quantity) || quantity < 1) return null;
  const from = BigInt(tail);
  if (String(from + BigInt(quantity) - 1n).length > tail.length) return null;
  const head = first.slice(0, first.length - tail.length);
  return Array.from({ length: quantity }, (_, index) => head + String(from + BigInt(index)).padStart(tail.length, "0"));
}
