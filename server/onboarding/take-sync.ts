import { encodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { BulkImportEntity, type BulkImportRow } from "../bulk/bulk.entity.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import type { OnboardingRow } from "./onboarding.entity.ts";

const syncsShown = 20;

/** The files of users that are of this customer alone, the latest first; those of whoever may see them. */
export function syncsOf({ em, viewer }: Pick<Context, "em" | "viewer">, customer: string): Promise<BulkImportRow[]> {
  const own = viewer.onlyCustomers === null ? {} : { userId: viewer.userId };
  return em.find(
    BulkImportEntity,
    { kind: "USERS", defaults: { customer: encodeId("cus", customer) }, ...own },
    { disableIdentityMap: true, orderBy: { createdAt: "desc", id: "desc" }, limit: syncsShown },
  );
}

/** A file of users has come to its end, whatever came of single ones, and none is under way. @throws Rejection STATE_CONFLICT */
export async function takeSync(tx: Transaction, { customer }: OnboardingRow): Promise<void> {
  const states = (await syncsOf(tx, customer ?? "")).map(({ state }) => state);
  const isUnderWay = states.some((state) => state === "RUNNING" || state === "PAUSED");
  if (!isUnderWay && states.includes("DONE")) return;
  const message = say(isUnderWay ? "onboarding.syncUnderWay" : "onboarding.notSynced");
  throw new Rejection({ code: "STATE_CONFLICT", message, path: ["step"] });
}
