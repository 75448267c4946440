import { suspensionReasons } from "./service-state.ts";

/** Why an account may spend nothing now. UPSTREAM: it is those above who cannot. */
export const standingReasons = [...suspensionReasons, "CREDIT_LIMIT", "NOT_ACTIVE"] as const;
export type StandingReason = (typeof standingReasons)[number];

/** From how much of its limit on an account is warned of, in percent (BX10). */
export const limitWarnedPercent = 80n;

/** Whether so much of the limit is used that it is time to say so. Without a limit, or with none to give, never. */
export function isNearLimit(balanceMicros: bigint, heldMicros: bigint, limitMicros: bigint | null): boolean {
  if (limitMicros === null || limitMicros === 0n) return false;
  return (heldMicros - balanceMicros) * 100n >= limitMicros * limitWarnedPercent;
}

/** The amounts of which somebody can be warned that a balance fell below them, in whole units (VX4). */
export const lowBalanceMin = 1;
export const lowBalanceMax = 250;

/** What is told of a balance: to whom the seller named (LOW), or to the buyer. Of RECHARGE nobody is written to: a card is charged. */
export const accountNoticeKinds = [
  "LOW",
  "WARNED",
  "NEAR_LIMIT",
  "LIMIT_REACHED",
  "SUSPENDED",
  "RESTORED",
  "TERMINATED",
  "RECHARGE",
] as const;
export type AccountNoticeKind = (typeof accountNoticeKinds)[number];

export const terminateDaysMax = 365;
