/**
 * Prefixes of numbers and the place of each in a list, so that the longest one that a number begins with is found in as many steps
 * as it has digits. Ten slots a node in one flat array: a slot is the next node, and what a node stands for lies beside it.
 */
export interface PrefixTable {
  readonly slots: Int32Array;
  /** Of each node: the prefix's place in the list, plus one; 0 for none. */
  readonly values: Int32Array;
}

const digits = 10;
const zero = 48;

/** @throws RangeError when a prefix has anything but digits in it, or stands there twice. */
export function prefixTable(prefixes: readonly string[]): PrefixTable {
  let slots = new Int32Array(digits * Math.max(16, prefixes.length * 2));
  let values = new Int32Array(slots.length / digits);
  let nodes = 1;
  for (const [place, prefix] of prefixes.entries()) {
    let node = 0;
    for (let index = 0; index < prefix.length; index += 1) {
      const slot = node * digits + digitAt(prefix, index);
      if (slots[slot] === 0) {
        if (nodes === values.length) {
          slots = grown(slots);
          values = grown(values);
        }
        slots[slot] = nodes;
        nodes += 1;
      }
      node = slots[slot]!; // just filled
    }
    if (values[node] !== 0) throw new RangeError(`The prefix ${JSON.stringify(prefix)} stands there twice.`);
    values[node] = place + 1;
  }
  return { slots: slots.slice(0, nodes * digits), values: values.slice(0, nodes) };
}

/** The place of the longest prefix that `number` (digits alone) begins with; -1 when none does. */
export function longestPrefix({ slots, values }: PrefixTable, number: string): number {
  let node = 0;
  let found = 0;
  for (let index = 0; index < number.length; index += 1) {
    const digit = number.charCodeAt(index) - zero;
    if (digit < 0 || digit >= digits) break;
    node = slots[node * digits + digit]!; // of a node that exists
    if (node === 0) break;
    if (values[node] !== 0) found = values[node]!; // as read
  }
  return found - 1;
}

/** Every prefix that a number begins with, the longest first: what a database is asked for. */
export function prefixesOf(number: string, lengthMax: number): string[] {
  const longest = Math.min(number.length, lengthMax);
  return Array.from({ length: longest }, (_, index) => number.slice(0, longest - index));
}

function digitAt(prefix: string, index: number): number {
  const digit = prefix.charCodeAt(index) - zero;
  if (digit >= 0 && digit < digits) return digit;
  throw new RangeError(`Not a prefix of digits: ${JSON.stringify(prefix)}`);
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
