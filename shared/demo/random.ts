import { idOf } from "../id.ts";

/** The world is the same at every start, so links and pictures of it stay true. */
const idEpochMs = Date.UTC(2026, 0, 1);

/** A number generator (Mulberry32) that gives the same series for the same seed: fractions from 0 to just below 1. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed for each name (FNV-1a), so that adding one thing to the world changes no other. */
export function seedOf(name: string): number {
  return [...name].reduce(
    (hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
}

/** The id of something by its name. Within a name, ids sort as their sequence does. */
export function demoId(name: string, sequence = 0): string {
  const random = seededRandom(seedOf(`${name}:${sequence}`));
  return idOf(
    idEpochMs + sequence,
    Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256)),
  );
}
