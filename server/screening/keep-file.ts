import { createHash } from "node:crypto";
import { newId } from "@tierline/shared/id.ts";
import { nameLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { AccessError, Rejection } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import { ScreeningFileEntity } from "./list.entity.ts";
import { textOfFile } from "./read-table.ts";

const keptMs = 24 * 3_600_000;

/**
 * Keeps a file of a list for a day, until it is imported; the same file again is the same. Answers its UUID.
 * @throws AccessError FORBIDDEN for who works below the operator; Rejection REQUIRED, INVALID
 */
export function keepScreeningFile(context: Context, name: string, content: Buffer): Promise<string> {
  if (context.viewer.path !== rootPath) throw new AccessError("FORBIDDEN", say("screening.operatorOnly"));
  if (content.length === 0) throw new Rejection({ code: "REQUIRED", message: say("screening.file.empty"), path: [] });
  const text = textOfFile(content);
  if (text.includes("\0")) throw new Rejection({ code: "INVALID", message: say("screening.file.notText"), path: [] });
  const digest = createHash("sha256").update(content).digest("base64url");
  return transaction(context, async (tx) => {
    const createdAt = tx.clock.now();
    const before = new Date(createdAt.getTime() - keptMs);
    await tx.em.nativeDelete(ScreeningFileEntity, { createdAt: { $lt: before } });
    const known = await tx.em.findOne(ScreeningFileEntity, { digest }, { disableIdentityMap: true });
    if (known !== null) return known.id;
    const id = newId(createdAt.getTime());
    const kept = name
      .replaceAll(/\p{Cc}/gu, "")
      .toWellFormed()
      .slice(0, nameLengthMax);
    await tx.em.insert(ScreeningFileEntity, {
      id,
      path: rootPath,
      name: kept,
      digest,
      text,
      createdAt,
      createdBy: tx.viewer.name,
    });
    return id;
  });
}
