import { z } from "zod";

export const faultKinds = ["REFUSE", "SLOW", "HANG", "LOSE_ANSWER", "GARBAGE"] as const;
export type FaultKind = (typeof faultKinds)[number];

const delayMsMax = 60_000;
export const garbageBytesMax = 50_000_000;

/** How one element is broken right now. REFUSE closes its port; LOSE_ANSWER does what it was asked and hangs up. */
export const faultSchema = z.object({
  kind: z.enum(faultKinds),
  /** How many calls are hit before the element heals; null: until it is switched off. REFUSE knows only null. */
  times: z.number().int().min(1).max(1_000).nullable().default(null),
  delayMs: z.number().int().min(0).max(delayMsMax).default(2_000),
  garbageBytes: z.number().int().min(1).max(garbageBytesMax).default(400),
});
export type Fault = z.infer<typeof faultSchema>;

export interface FaultSwitch {
  current(): Fault | null;
  set(fault: Fault | null): Promise<void>;
  /**
   * The fault that hits this call. Answers begin to be lost with a change, so that there is something to ask for; while the switch
   * stays on, the answer to the question is lost as well.
   */
  take(isChange: boolean): Fault | null;
}

/** A restart heals everything: faults are kept in memory only. */
export function createFaultSwitch(refuse: (isRefusing: boolean) => Promise<void>): FaultSwitch {
  let fault: Fault | null = null;
  let left: number | null = null;
  let hasBegun = false;
  return {
    current: () => fault,
    async set(next) {
      fault = next;
      left = next?.times ?? null;
      hasBegun = false;
      await refuse(next?.kind === "REFUSE");
    },
    take(isChange) {
      if (fault === null || fault.kind === "REFUSE") return null;
      hasBegun ||= isChange;
      if (fault.kind === "LOSE_ANSWER" && !hasBegun) return null;
      const hit = fault;
      if (left !== null) left -= 1;
      if (left === 0) fault = null;
      return hit;
    },
  };
}

/** Bytes that no protocol begins with, as a stream: the reader's pace decides how much is in memory. */
export function* garbageOf(bytes: number): Generator<Buffer> {
  const piece = Buffer.from("<html>It works!</html>\n".repeat(2_000));
  for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, Math.min(left, piece.length));
}
