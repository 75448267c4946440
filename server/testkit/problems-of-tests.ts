import { encodeId, newId } from "@tierline/shared/id.ts";
import { pathOf, type customersOfTests } from "./customers-of-tests.ts";
import { resellersOfTests } from "./tree.ts";
import { t0, type World } from "./world.ts";

type Where = Pick<World, "database">;
type Customer = (typeof customersOfTests)[keyof typeof customersOfTests];
type State = "OPEN" | "ESCALATED";

/** A problem that was reported and escalated before, or is; by the API's ids. */
export interface PlantedProblem {
  readonly prb: string;
  readonly tkt: string;
}

export async function plantProblem(where: Where, customer: Customer): Promise<PlantedProblem> {
  const [planted] = await plantProblems(where, customer, "OPEN", 1);
  return planted!; // as many as were asked for
}

export async function plantProblems(
  { database: { rows } }: Where,
  customer: Customer,
  state: State,
  count: number,
): Promise<PlantedProblem[]> {
  const ids = Array.from({ length: count }, () => ({ problem: newId(), ticket: newId() }));
  const problems = ids.map(({ problem }) => problem);
  const tickets = ids.map(({ ticket }) => ticket);
  const path = pathOf(customer);
  await rows(
    `insert into problem (id, path, reseller_id, customer_id, text, reporter_id, reporter, reporter_email, state, created_at, mailed, told_at)
     select id, $2, $3, $4, 'Broken', $4, 'Somebody', '', $5, $6, 1, $6 from unnest($1::uuid[]) id`,
    [problems, path, customer.resellerId, customer.id, state, t0],
  );
  await rows(
    `insert into ticket (id, path, problem_id, from_reseller_id, to_reseller_id, opened_by_id, opened_by, opened_at, state, told_at)
     select id, $3, problem, $4, $5, $4, 'Somebody', $6, $7, $6 from unnest($1::uuid[], $2::uuid[]) asked (id, problem)`,
    [tickets, problems, path, customer.resellerId, resellersOfTests.nord.id, t0, state === "OPEN" ? "CLOSED" : "OPEN"],
  );
  return ids.map(({ problem, ticket }) => ({ prb: encodeId("prb", problem), tkt: encodeId("tkt", ticket) }));
}
