/** How much of a thing `pnpm test` does, and how much `pnpm soak`; an environment variable of this name sets any other size. */
export const sizes = {
  /** Seeded schedules of the simulator. */
  SOAK_SCHEDULES: { test: 2_000, soak: 100_000 },
  /** For how long workers are killed, paused and cut off; the runs grow with it. */
  SOAK_CHAOS_SECONDS: { test: 30, soak: 600 },
  /** Of the long list of naughty strings, those sent to each text of the API besides the worst: each is sent to some, in turn. */
  SOAK_STRINGS: { test: 3, soak: 1_000 },
  /** 1: also the cells of the fault matrix that differ from their neighbours in nothing that one would expect. */
  SOAK_EVERY_CELL: { test: 0, soak: 1 },
  /** Histories of grants, limits, states and acting that are compared with the model of rights. */
  SOAK_HISTORIES: { test: 25, soak: 2_000 },
  /** Histories of signing in, second factors and sessions that are compared with what must come of them. */
  SOAK_SIGN_INS: { test: 8, soak: 500 },
  /** Histories of payments, charges, holds and reversals that are compared with what must come of them. */
  SOAK_LEDGERS: { test: 10, soak: 2_000 },
  /** What is posted, held and taken back by many at once while connections are killed. */
  SOAK_BANK: { test: 300, soak: 100_000 },
  /** Clients that want one of half as many SIM cards. */
  SOAK_CONTENDERS: { test: 200, soak: 320 },
} as const;
export type SizeName = keyof typeof sizes;

export function sizeOf(name: SizeName): number {
  const given = Number(process.env[name] ?? sizes[name].test);
  if (!Number.isInteger(given) || given < 0) throw new Error(`${name} is not a size.`);
  return given;
}

/** A test's own limit, as many times as large as its size is compared with that of `pnpm test`. */
export function patienceOf(name: SizeName, ms: number): number {
  return Math.ceil(ms * Math.max(1, sizeOf(name) / sizes[name].test));
}
