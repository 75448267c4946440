import { decisionOf, demoLists, type DemoListVersion } from "@tierline/shared/demo/screening.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { UserEntity } from "../identity/user.entity.ts";
import type { Context } from "../kernel/context.ts";
import { systemViewer } from "../kernel/viewer.ts";
import { approveCase, logAttempt, takeCase } from "../screening/decide-case.ts";
import { followCases } from "../screening/follow-cases.ts";
import { followLists } from "../screening/follow-lists.ts";
import { importList } from "../screening/import-list.ts";
import { keepScreeningFile } from "../screening/keep-file.ts";
import { ListVersionEntity } from "../screening/list.entity.ts";
import { runScreenings } from "../screening/run-screenings.ts";
import { ScreeningCaseEntity } from "../screening/screening.entity.ts";

const minute = 60_000;
const hour = 60 * minute;
/** Before now: a list is imported and what was found is decided, then a newer one leaves a case that waits. */
const [imported, taken, decided, renewed, tried] = [
  20 * hour,
  20 * hour - 9 * minute,
  20 * hour - 31 * minute,
  24 * minute,
  11 * minute,
];

/**
 * The operator of the demo world has lists, of parties that there are nowhere, and one potential match has been decided while another
 * waits: all of it done by the product's own verbs, some hours ago. Asked again it adds nothing.
 */
export async function plantDemoScreening(context: Context): Promise<void> {
  if ((await context.em.count(ListVersionEntity)) > 0) return;
  const now = context.clock.now();
  const operator = await context.em.findOne(UserEntity, { email: "ops@tierline.test" }, { disableIdentityMap: true });
  if (operator === null) return;
  const { id: userId, name, email } = operator;
  const viewer = { ...systemViewer, userId, name, email, channel: "CONSOLE" as const };
  const ago = (ms: number): Context => ({ ...context, viewer, clock: { now: () => new Date(now.getTime() - ms) } });
  const [first, ...later] = demoLists;
  for (const version of first) await hand(ago(imported), version);
  await look({ ...ago(imported), viewer: systemViewer });
  for (const { id, version } of await openCases(context)) {
    const scc = encodeId("scc", id);
    await takeCase(ago(taken), { id: scc });
    await approveCase(ago(decided), { id: scc, version: version + 1, reason: decisionOf.approved });
  }
  for (const version of later.flat()) await hand(ago(renewed), version);
  await look({ ...ago(renewed), viewer: systemViewer });
  for (const { id } of await openCases(context)) {
    const attempt = { channel: "PHONE", outcome: "UNREACHABLE", note: decisionOf.attempt } as const;
    await logAttempt(ago(tried), { ...attempt, id: encodeId("scc", id), idempotencyKey: `demo:${id}` });
  }
}

async function hand(context: Context, { list, files }: DemoListVersion): Promise<void> {
  const fileIds: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    fileIds.push(encodeId("sfl", await keepScreeningFile(context, name, Buffer.from(text))));
  }
  await importList(context, { list, fileIds });
}

/** What workers do by themselves. */
async function look(context: Context): Promise<void> {
  while ((await followLists(context)) > 0);
  while ((await runScreenings(context)) > 0);
  await followCases(context);
}

function openCases({ em }: Context) {
  return em.find(ScreeningCaseEntity, { state: "OPEN" }, { disableIdentityMap: true });
}
