import type { FastifyInstance } from "fastify";
import type { Services } from "./services.ts";

export interface Readiness {
  isStopping: boolean;
}

/** `/healthz`: the process lives. `/readyz`: it can do its work, or says in a word why not. */
export function registerHealth(app: FastifyInstance, services: Services, readiness: Readiness): void {
  app.get("/healthz", async () => ({ ok: true }));
  app.get("/readyz", async (_request, reply) => {
    const problem = await whyNotReady(services, readiness);
    if (problem !== null) void reply.code(503);
    return problem === null ? { ready: true } : { ready: false, reason: problem };
  });
}

async function whyNotReady(services: Services, readiness: Readiness): Promise<string | null> {
  if (readiness.isStopping) return "stopping";
  try {
    await services.orm.em.fork().execute("select 1");
    return null;
  } catch (error) {
    services.log.warn({ err: error }, "not ready");
    return "database";
  }
}
