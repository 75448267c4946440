import { decodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import type { ServiceRow } from "../services/service.entity.ts";
import { findService } from "../services/service-rows.ts";
import type { Cells } from "./bulk-kind.ts";

/** By id, or by number of the reseller's own. @throws Rejection UNKNOWN_REFERENCE */
export async function serviceOfRow(context: Context, { service: said = "" }: Cells): Promise<ServiceRow> {
  const id = /^\d{1,9}$/.test(said) ? await idOfNumber(context, Number(said)) : decodeId("svc", said);
  const service = id === null ? null : await findService(context, id);
  if (service !== null) return service;
  throw new Rejection({ code: "UNKNOWN_REFERENCE", message: say("bulk.service"), path: ["service"] });
}

async function idOfNumber({ em, viewer }: Context, number: number): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>(
    "select s.id from service s join reseller r on r.id = s.reseller_id where r.path = ? and s.number = ?",
    [resellerPathOf(viewer.path), number],
  );
  return row?.id ?? null;
}
