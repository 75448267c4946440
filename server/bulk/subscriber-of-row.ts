import { decodeId, encodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { Rejection } from "../kernel/rejection.ts";
import { SubscriberEntity, type SubscriberRow } from "../subscribers/subscriber.entity.ts";
import type { Cells } from "./bulk-kind.ts";

export interface SubscriberOfRow {
  readonly row: SubscriberRow;
  /** The API's id. */
  readonly subscriberId: string;
}

/** By id, or by e-mail address, which one of a reseller's people has. @throws Rejection UNKNOWN_REFERENCE */
export async function subscriberOfRow(
  { em, viewer }: Context,
  { subscriber: said = "" }: Cells,
): Promise<SubscriberOfRow> {
  const rows = await em.execute<object[]>(
    "select s.* from subscriber s join reseller r on r.id = s.reseller_id where s.id = ? or (r.path = ? and s.email = ?)",
    [decodeId("sub", said), resellerPathOf(viewer.path), said.toLowerCase()],
  );
  const [row] = mapped(em, SubscriberEntity, rows);
  if (row !== undefined) return { row, subscriberId: encodeId("sub", row.id) };
  throw new Rejection({ code: "UNKNOWN_REFERENCE", message: say("bulk.subscriber"), path: ["subscriber"] });
}
