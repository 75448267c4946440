import { bulkPermissions } from "@tierline/shared/bulk.ts";
import { viewerOfUser } from "../identity/viewer-of-user.ts";
import type { Context } from "../kernel/context.ts";
import { AccessError } from "../kernel/rejection.ts";
import { variablesOf } from "../kernel/viewer.ts";
import type { BulkImportRow } from "./bulk.entity.ts";

type Whose = Pick<BulkImportRow, "id" | "userId" | "actingForId" | "path" | "kind">;

/** In the place of whoever began it, with the rights they have now; null when they may not any more. */
export async function asStarter(system: Context, whose: Whose): Promise<Context | null> {
  const { id: importId, userId, actingForId, path, kind } = whose;
  const viewer = await viewerOfUser(system, userId, actingForId ?? null).catch((error: unknown) => {
    if (error instanceof AccessError) return null;
    throw error;
  });
  if (viewer === null || viewer.path !== path) return null;
  if (!viewer.permissions.has("bulk.import") || !viewer.permissions.has(bulkPermissions[kind])) return null;
  return { ...system, viewer, importId, em: system.em.fork({ session: { variables: variablesOf(viewer) } }) };
}
