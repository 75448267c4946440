import { decodeId, encodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { Rejection } from "../kernel/rejection.ts";
import { heldBy } from "../subscribers/change-package.ts";
import { SubscriberEntity, type SubscriberRow } from "../subscribers/subscriber.entity.ts";
import type { Cells } from "./bulk-kind.ts";

export interface SubscriberOfRow {
  readonly row: SubscriberRow;
  /** The API's id. */
  readonly subscriberId: string;
}

/** By id, or by e-mail address, which one of a reseller's people has. */
export async function findSubscriber({ em, viewer }: Context, said: string): Promise<SubscriberRow | null> {
  const rows = await em.execute<object[]>(
    "select s.* from subscriber s join reseller r on r.id = s.reseller_id where s.id = ? or (r.path = ? and s.email = ?)",
    [decodeId("sub", said), resellerPathOf(viewer.path), said.toLowerCase()],
  );
  return mapped(em, SubscriberEntity, rows)[0] ?? null;
}

/** @throws Rejection UNKNOWN_REFERENCE */
export async function subscriberOfRow(context: Context, { subscriber: said = "" }: Cells): Promise<SubscriberOfRow> {
  const row = await findSubscriber(context, said);
  if (row !== null) return { row, subscriberId: encodeId("sub", row.id) };
  throw new Rejection({ code: "UNKNOWN_REFERENCE", message: say("bulk.subscriber"), path: ["subscriber"] });
}

/** Whether they have the package that a row says, by its key in any case. */
export async function hasPackage(context: Context, row: SubscriberRow, cells: Cells): Promise<boolean> {
  return (await heldBy(context, row)).current.terms.key === cells["package"]?.toLowerCase();
}
