import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { isKeepable } from "../kernel/text.ts";
import { findService } from "./service-rows.ts";
import { secretPlace } from "./service-secret.ts";

/** Shows a password that a run has made, once: it is forgotten with the answer, and the activity says who saw it. */
export async function revealSecret(context: Context, serviceId: string, key: string): Promise<string> {
  return transaction(context, async (tx) => {
    const service = await findService(tx, serviceId);
    if (service === null || !isKeepable(key)) throw notFound();
    const [row] = await tx.em.execute<{ sealed: string | null; shown_to: string | null }[]>(
      "select sealed, shown_to from service_secret where service_id = ? and key = ? for update",
      [serviceId, key],
    );
    if (row === undefined) throw notFound();
    if (row.sealed === null) {
      const message =
        row.shown_to === null ? say("secret.shownToSomebody") : say("secret.shown", { name: row.shown_to });
      throw new Rejection({ code: "EXPIRED", message, path: ["key"] });
    }
    await tx.em.execute(
      "update service_secret set sealed = null, shown_at = ?, shown_to = ? where service_id = ? and key = ?",
      [tx.clock.now(), tx.viewer.name, serviceId, key],
    );
    await recordAudit(tx, {
      operation: "service.reveal_secret",
      subjectKind: "service",
      subjectId: service.id,
      subject: `${service.name}: ${key}`,
      changes: [],
      path: service.path,
    });
    return tx.vault.open(row.sealed, secretPlace(serviceId, key));
  });
}
