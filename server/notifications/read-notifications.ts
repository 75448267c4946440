import { encodeId } from "@tierline/shared/id.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { NotificationEntity, type NotificationRow } from "./notification.entity.ts";
import type { NotificationType } from "./notification.type.ts";
import { userTopic } from "./notify.ts";

const snapshotSize = 20;
const batchSize = 100;
const snapshotAgeMs = 86_400_000;
/** A transaction that began earlier may commit later: what is that much older than the newest seen is still looked at. */
const overlapMs = 60_000;

/**
 * What the viewer has not seen yet of the last day, oldest first, then each new one as it comes. Each is told once a connection;
 * what was handed over counts as seen, so that a later connection does not tell it again.
 */
export async function* readNotifications(context: Context, signal: AbortSignal): AsyncGenerator<NotificationType> {
  const { userId } = context.viewer;
  const changes = context.changes.subscribe(userTopic(userId), signal); // before the first look, so that nothing falls between
  const startedAt = context.clock.now().getTime();
  let since = startedAt;
  const told = await seenBefore(context, new Date(startedAt - overlapMs));
  for (const row of await unseen(context, new Date(startedAt - snapshotAgeMs))) {
    told.add(row.id);
    yield toNotification(row);
    await markSeen(context, row.id);
  }
  for await (const _ of changes) {
    for (const row of await newer(context, new Date(since - overlapMs))) {
      since = Math.max(since, row.at.getTime());
      if (told.has(row.id)) continue;
      told.add(row.id);
      yield toNotification(row);
      await markSeen(context, row.id);
    }
  }
}

async function seenBefore({ em, viewer }: Context, since: Date): Promise<Set<string>> {
  const rows = await em.execute<{ id: string }[]>(
    "select id from notification where user_id = ? and at >= ? and read_at is not null",
    [viewer.userId, since],
  );
  return new Set(rows.map(({ id }) => id));
}

async function unseen({ em, viewer }: Context, since: Date): Promise<NotificationRow[]> {
  const rows = await em.execute<object[]>(
    `select * from (
       select * from notification where user_id = ? and at >= ? and read_at is null order by at desc, id desc limit ?
     ) newest order by at, id`,
    [viewer.userId, since, snapshotSize],
  );
  return mapped(em, NotificationEntity, rows);
}

async function newer({ em, viewer }: Context, since: Date): Promise<NotificationRow[]> {
  const rows = await em.execute<object[]>(
    "select * from notification where user_id = ? and at >= ? order by at, id limit ?",
    [viewer.userId, since, batchSize],
  );
  return mapped(em, NotificationEntity, rows);
}

async function markSeen({ em, viewer, clock }: Context, id: string): Promise<void> {
  await em.execute("update notification set read_at = ? where id = ? and user_id = ? and read_at is null", [
    clock.now(),
    id,
    viewer.userId,
  ]);
}

function toNotification({ id, at, kind, title, detail, ...about }: NotificationRow): NotificationType {
  const { runId = null, itemId = null, problemId = null, caseId = null, customerId = null, importId = null } = about;
  return { id: encodeId("ntf", id), at, kind, title, detail, runId, itemId, problemId, caseId, customerId, importId };
}
