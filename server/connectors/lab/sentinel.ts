import type { LabStorage } from "./storage.ts";

/** Endings of an ICCID that make the OCS misbehave, so that a failure can be repeated by hand. */
const endings = { "0666": "REFUSE", "0667": "HANG_ONCE", "0668": "LOSE_ANSWER", "0669": "HANG" } as const;
export type Sentinel = (typeof endings)[keyof typeof endings];

/** What is to happen to this attempt to create an account; "once" is remembered until the account is removed. */
export async function sentinelOf(
  storage: LabStorage,
  iccid: string | null,
): Promise<Exclude<Sentinel, "HANG_ONCE"> | null> {
  const ending = iccid?.slice(-4) ?? "";
  if (iccid === null || !Object.hasOwn(endings, ending)) return null;
  const sentinel = endings[ending as keyof typeof endings]; // just checked
  if (sentinel === "REFUSE" || sentinel === "HANG") return sentinel;
  const isFirst = await storage.query(
    "insert into lab_sentinel (iccid) values ($1) on conflict do nothing returning iccid",
    [iccid],
  );
  if (isFirst.length === 0) return null;
  return sentinel === "HANG_ONCE" ? "HANG" : "LOSE_ANSWER";
}

export async function forgetSentinel(storage: LabStorage, iccid: string | null): Promise<void> {
  await storage.query("delete from lab_sentinel where iccid = $1", [iccid]);
}
