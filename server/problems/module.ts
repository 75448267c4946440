import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import { ProblemEntity, TicketEntity } from "./problem.entity.ts";
import { NotificationProblemResolver, ProblemResolver, TicketResolver } from "./problem.resolver.ts";
import { toProblem, toTicket } from "./problem.type.ts";
import { tellOfProblems } from "./tell-of-problems.ts";

type Found = Promise<ReadonlyMap<string, object>>;

async function loadProblems({ em }: Context, ids: readonly string[]): Found {
  const rows = await em.find(ProblemEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, toProblem(row)]));
}

async function loadTickets({ em }: Context, ids: readonly string[]): Found {
  const rows = await em.find(TicketEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, toTicket(row)]));
}

export const problems = {
  entities: [ProblemEntity, TicketEntity],
  resolvers: [ProblemResolver, TicketResolver, NotificationProblemResolver],
  nodes: {
    prb: { permission: "problem.view", load: loadProblems },
    tkt: { permission: "problem.handle", load: loadTickets },
  },
  sweeps: [{ key: "problem-notices", everySeconds: 5, run: tellOfProblems }],
} satisfies Module;
