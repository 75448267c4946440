import { demoCustomers } from "./customers.ts";
import { demoHistory } from "./history.ts";
import type { DemoWorld } from "./model.ts";
import { demoOfferings } from "./offerings.ts";
import { demoPlaybooks } from "./playbooks.ts";
import { demoResellers } from "./resellers.ts";
import { demoStock } from "./stock.ts";
import { demoTemplates } from "./templates.ts";
import { demoTrail } from "./trail.ts";
import { demoUsers } from "./users.ts";

/**
 * The one believable world that the seed, the mock and the browser tests share: fixture F and enough around it that every page looks
 * lived in. Names, numbers and ids are the same at every start; times are relative to `now`.
 */
export function demoWorld(now: Date): DemoWorld {
  const resellers = demoResellers(now);
  const users = demoUsers(now);
  const customers = demoCustomers(now);
  const templates = demoTemplates(now);
  const offerings = demoOfferings(now);
  const ground = { resellers, users, customers, templates, offerings };
  const history = demoHistory(ground, demoStock(now), now);
  return { now, ...ground, playbooks: demoPlaybooks, ...history, trail: demoTrail(history.orders, ground) };
}
