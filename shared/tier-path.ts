/**
 * A tier path names a place in the tree by all places above it, each label with a dot behind: `r1.r7.c42.`. Compared byte by byte,
 * everything below a path lies in one range; that is what row-level security relies on.
 */
const labelPattern = /^[a-z][a-z0-9]*$/;

/** @throws RangeError when the label could end a path or leave its range. */
export function childPath(parent: string, label: string): string {
  if (!labelPattern.test(label)) throw new RangeError(`Not a label of a tier path: ${JSON.stringify(label)}`);
  return `${parent}${label}.`;
}

/** Of a reseller's path; empty, which shows nothing, above the root. */
export function parentPathOf(path: string): string {
  return path.replace(/[^.]+\.$/, "");
}

/** The path itself and everything below it: `lo <= path && path < hi`, as `/` follows `.` in ASCII. */
export function rangeOf(path: string): { readonly lo: string; readonly hi: string } {
  return { lo: path, hi: `${path.slice(0, -1)}/` };
}

/** From the root down to the path itself. */
export function ancestorsOf(path: string): string[] {
  return labelsOf(path).map((_, index, labels) => `${labels.slice(0, index + 1).join(".")}.`);
}

/** Path of the reseller at that place: of a customer's path (its last label is `c<number>`) the one above, else the path itself. */
export function resellerPathOf(path: string): string {
  return path.replace(/(?<=\.)c\d+\.$/, "");
}

/** Whether `path` is `ancestor` or lies below it. Nothing lies below the empty path, so that a missing one shows nothing. */
export function isWithin(path: string, ancestor: string): boolean {
  return ancestor !== "" && path.startsWith(ancestor);
}

/** The lowest place that all of them lie at or below; the empty path, which shows nothing, where there is none. */
export function commonPathOf(paths: readonly string[]): string {
  const [first = "", ...others] = paths;
  return ancestorsOf(first).findLast((ancestor) => others.every((path) => isWithin(path, ancestor))) ?? "";
}

/** 1 for the root. */
export function depthOf(path: string): number {
  return labelsOf(path).length;
}

function labelsOf(path: string): string[] {
  return path.split(".").slice(0, -1);
}
