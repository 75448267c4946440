import type * as Demo from "@tierline/shared/demo/model.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import type { AuditFilter } from "../../api/generated/schema.ts";
import { fieldsOf } from "../fields.ts";
import { mentions, newestFirst, pageOf, type Paging } from "../paging.ts";
import { seen, type World } from "../world.ts";
import { tierPathOf } from "./viewer.ts";

/** The trail here tells who placed which order; nothing of it was refused, and no request is known. */
export const audit = {
  AuditEntry: fieldsOf<Demo.DemoAuditEntry>({
    actorId: ({ actorId }) => encodeId("usr", actorId),
    subjectId: ({ subjectId }) => encodeId("ord", subjectId),
    onBehalfOf: () => null,
    note: () => null,
    requestId: () => null,
    ip: () => null,
    outcome: () => "DONE",
    code: () => null,
    permissionTitle: () => null,
    attempts: () => 1,
    changes: () => [],
    tierPath: ({ path }, _, world) => tierPathOf(world, path),
  }),
  Query: fieldsOf<unknown>({
    auditEntries: (_, { filter, ...paging }: Paging & { filter?: AuditFilter | null }, world) =>
      pageOf(trailOf(world, filter ?? {}), paging),
  }),
};

function trailOf(world: World, filter: AuditFilter): Demo.DemoAuditEntry[] {
  const { actor, subject, operation, channel, outcome, onBehalfOf, from, to, search } = filter;
  const is = (wanted: string | null | undefined, value: string): boolean => wanted == null || wanted === value;
  if (outcome === "REFUSED" || onBehalfOf != null) return [];
  const entries = seen(world, world.trail).filter(
    (entry) =>
      is(actor, encodeId("usr", entry.actorId)) &&
      is(subject, encodeId("ord", entry.subjectId)) &&
      is(operation, entry.operation) &&
      is(channel, entry.channel) &&
      (from == null || entry.at >= new Date(from)) &&
      (to == null || entry.at < new Date(to)) &&
      mentions(search, entry.actor, entry.operation, rendered(entry.subject, world.language ?? world.asked)),
  );
  return newestFirst(entries, ({ at }) => at);
}
