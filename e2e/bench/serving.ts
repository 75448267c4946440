import { newId } from "@tierline/shared/id.ts";
import { setNodeSources } from "../../server/api/node-sources.ts";
import { buildApiSchema } from "../../server/api/schema.ts";
import { startApi, type Api } from "../../server/api/server.ts";
import { socketLimits } from "../../server/api/web-socket.ts";
import { modules, provisioningParts } from "../../server/app.ts";
import { openSession } from "../../server/identity/session.ts";
import type { Changes } from "../../server/kernel/changes.ts";
import { systemClock } from "../../server/kernel/clock.ts";
import { readConfig } from "../../server/kernel/config.ts";
import { transaction } from "../../server/kernel/context.ts";
import { rootPath } from "../../server/kernel/viewer.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { Ground } from "./ground.ts";
import { sixActions } from "./six-tasks.ts";

const { acme } = resellersOfTests;

/** What a panel subscribes to. */
export const panelQuery = `subscription ($id: ID!) { provisioningRun(id: $id) {
  id sequence state title completedTasks totalTasks tasks { key title state attempt message } } }`;

/** The API in this process, on a free port. */
export function serve(ground: Ground, changes: Changes): Promise<Api> {
  const { log, orm } = ground;
  const { vault } = ground.at(rootPath);
  setNodeSources(modules);
  return startApi({
    config: readConfig({ PORT: "0", TIERLINE_LOG: "silent" }),
    log,
    provisioning: { ...provisioningParts(() => ({ em: ground.at(rootPath).em, vault })), actions: sixActions() },
    schema: buildApiSchema(modules),
    consoleFolder: null,
    consoleAddress: null,
    demoAccounts: null,
    orm,
    changes,
    clock: systemClock,
    vault,
  });
}

/** As many staff as the limit of sockets for one user makes necessary, signed in: a cookie for each socket. */
export async function plantSessions(ground: Ground, sockets: number): Promise<string[]> {
  const cookies: string[] = [];
  for (let number = 0; cookies.length < sockets; number += 1) {
    const userId = newId();
    await ground.rows(
      `insert into app_user (id, path, reseller_id, email, name, role, created_at) values ($1, $2, $3, $4, 'Bench', 'AGENT', now())`,
      [userId, acme.path, acme.id, `bench${number}@acme.test`],
    );
    const context = ground.at(acme.path);
    const viewer = { ...context.viewer, userId };
    const { token } = await transaction({ ...context, viewer }, (tx) => openSession(tx, "bench"));
    const left = Math.min(socketLimits.socketsPerUser, sockets - cookies.length);
    cookies.push(...Array.from({ length: left }, () => `tierline_session=${token}`));
  }
  return cookies;
}
