import { encodeId, newId } from "@tierline/shared/id.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { ContactEntity } from "../customers/customer-parts.entity.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { askAs, customersOfTests, jane as janes, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { tellOfProblems } from "./tell-of-problems.ts";

const world = await testWorld();
const { rows } = world.database;
const { johnson, johnSmith } = customersOfTests;
const jane: Viewer = { ...janes, permissions: new Set(permissionsOf("CUSTOMER_USER")) };
const customerId = encodeId("cus", johnson.id);
const agent = "agent@acme.test";
const parent = "owner@nord.test";

beforeAll(() => plantCustomers(world));
beforeEach(async () => {
  world.clock.advance({ hours: 2 });
  await rows("delete from contact where customer_id = $1", [johnson.id]);
  await rows("delete from outbox_mail");
});

type Role = "MAINTAINER" | "ONSITE_ADMIN" | "OTHER" | "BILLING";
async function contacts(...list: [role: Role, email: string][]): Promise<void> {
  const of = { path: pathOf(johnson), customer: johnson.id, phone: null, version: 1 };
  const { em } = world.system();
  for (const [role, email] of list)
    await em.insert(ContactEntity, { ...of, id: newId(), name: role, roles: [role], email });
}

interface Problem {
  readonly id: string;
  readonly state: string;
  readonly contactsTold: number;
  readonly tickets?: readonly { readonly id: string; readonly isForMe: boolean }[];
}
interface Payload {
  readonly problem: Problem | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}
const facts = "id state contactsTold reporter text application closing";

async function ask(who: string | Viewer, source: string, variables: object): Promise<Record<string, unknown>> {
  const { data, errors } = await raw(who, source, variables);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
}
function raw(who: string | Viewer, source: string, variables: object) {
  const given = variables as Record<string, unknown>;
  return typeof who === "string" ? world.graphql(who, source, given) : askAs(world, who, source, given);
}
async function send(who: string | Viewer, verb: string, input: object, more = ""): Promise<Payload> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const source = `mutation ($input: ${type}!) { ${verb}(input: $input) { problem { ${facts} ${more} } userErrors { code path } } }`;
  return (await ask(who, source, { input }))[verb] as Payload;
}
const report = (more: object = {}, who: string | Viewer = jane) =>
  send(who, "reportProblem", { idempotencyKey: newId(), text: "No dial tone\nsince nine", ...more });
const withTickets = "tickets { id note from to state answer isForMe }";
const codes = ({ userErrors }: Payload) => userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);
const mails = () =>
  rows<{ recipient: string; subject: string; body: string }>(
    "select recipient, subject, body from outbox_mail order by recipient",
  );
const notices = (kind: string) =>
  rows<{ email: string; problem_id: string }>(
    "select u.email, n.problem_id from notification n join app_user u on u.id = n.user_id where n.kind = $1 order by 1",
    [kind],
  );
const stateOf = async (who: string | Viewer, id: string) =>
  (await ask(who, "query ($id: ID!) { problem(id: $id) { state } }", { id }))["problem"] as { state: string } | null;

test("M6: a problem is mailed to each support contact once, also where one address holds two roles", async () => {
  await contacts(
    ["MAINTAINER", "max@fixit.example"],
    ["ONSITE_ADMIN", "ona@johnson.test"],
    ["OTHER", "otto@johnson.test"],
    ["OTHER", "olga@johnson.test"],
    ["BILLING", "bill@johnson.test"],
  );
  expect((await report()).problem).toMatchObject({ contactsTold: 4, state: "OPEN" });
  expect((await mails()).map(({ recipient }) => recipient)).toEqual([
    "max@fixit.example",
    "olga@johnson.test",
    "ona@johnson.test",
    "otto@johnson.test",
  ]);
  await rows("delete from outbox_mail");
  await rows("update contact set email = 'MAX@fixit.example' where email = 'ona@johnson.test'");
  expect((await report()).problem).toMatchObject({ contactsTold: 3 });
  expect(await mails()).toHaveLength(3);
});

test("M8: the mail names customer, application, reporter and text, and nobody of the vendor gets one", async () => {
  await contacts(["MAINTAINER", "max@fixit.example"]);
  const idempotencyKey = newId();
  const first = await report({ application: "Softphone", idempotencyKey });
  expect(await report({ application: "Softphone", idempotencyKey })).toEqual(first);
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    recipient: "max@fixit.example",
    subject: "Problem reported: Johnson Enterprises (ID: 789)",
  });
  for (const part of [
    "Johnson Enterprises (ID: 789)",
    "Softphone",
    "Jane Doe <jane@johnson.test>",
    "No dial tone\nsince nine",
  ])
    expect(mail?.body).toContain(part);
  await tellOfProblems(world.system());
  expect(await notices("PROBLEM_REPORTED")).toEqual([]);
});

test("M6: without a support contact the reseller's own people are told, once each, and the reporter learns it", async () => {
  const { problem } = await report();
  expect(problem).toMatchObject({ contactsTold: 0 });
  expect(await mails()).toEqual([]);
  await Promise.all([tellOfProblems(world.system()), tellOfProblems(world.system())]);
  await tellOfProblems(world.system());
  const told = await notices("PROBLEM_REPORTED");
  expect(told.map(({ email }) => email)).toContain(agent);
  expect(new Set(told.map(({ email }) => email)).size).toBe(told.length);
  expect(told.every(({ email }) => email.endsWith("@acme.test"))).toBe(true);
  expect(told.every(({ problem_id }) => encodeId("prb", problem_id) === problem?.id)).toBe(true);
});

test("M6: what is wrong in a report is refused, and nothing is kept or sent", async () => {
  await contacts(["MAINTAINER", "max@fixit.example"]);
  const before = await rows("select count(*) from problem");
  const other = encodeId("svc", newId());
  expect(codes(await report({ text: " ", serviceId: other, application: "a\nb" }))).toEqual([
    "REQUIRED text",
    "INVALID application",
    "UNKNOWN_REFERENCE serviceId",
  ]);
  const none = await raw(
    agent,
    'mutation { reportProblem(input: { idempotencyKey: "x", text: "y" }) { userErrors { code } } }',
    {},
  );
  expect(none.errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  expect(await rows("select count(*) from problem")).toEqual(before);
  expect(await mails()).toEqual([]);
  await rows(
    `insert into problem (id, path, reseller_id, customer_id, text, reporter_id, reporter, reporter_email, state, created_at, mailed, told_at)
     select gen_random_uuid(), c.path, c.reseller_id, c.id, 'Broken', c.id, 'Jane', '', 'OPEN', $2, 1, $2
     from customer c cross join generate_series(1, 30) where c.id = $1`,
    [johnson.id, world.clock.now()],
  );
  expect(codes(await report())).toEqual(["LIMIT_EXCEEDED customerId"]);
  await rows("delete from problem where reporter = 'Jane'");
});

test("U14: a problem exists for its customer, its reseller and those above, and for nobody else", async () => {
  const { problem } = await report({ customerId }, agent);
  const { id } = problem!;
  for (const who of [jane, agent, parent]) expect(await stateOf(who, id)).toEqual({ state: "OPEN" });
  const smith: Viewer = { ...jane, customerId: johnSmith.id, path: pathOf(johnSmith) };
  const technician: Viewer = { ...world.as(agent).viewer, onlyCustomers: [pathOf(johnSmith)] };
  for (const who of ["owner@beta.test", smith, technician]) {
    expect(await stateOf(who, id)).toBeNull();
    const all = (await ask(who, "{ problems(first: 5) { nodes { id } } }", {}))["problems"];
    expect(all).toEqual({ nodes: [] });
  }
  for (const verb of ["escalateProblem", "closeProblem"]) {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const source = `mutation ($input: ${type}!) { ${verb}(input: $input) { userErrors { code } } }`;
    const { errors } = await raw("owner@beta.test", source, { input: { id } });
    expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
    expect((await raw(jane, source, { input: { id } })).errors?.[0]?.originalError).toMatchObject({
      code: "FORBIDDEN",
    });
  }
});

test("M8: escalating makes a ticket for the tier above, which is told, sees it and answers it", async () => {
  const { problem } = await report();
  const { id } = problem!;
  const escalated = await send(agent, "escalateProblem", { id, text: "Trunk is down" }, withTickets);
  expect(escalated.problem).toMatchObject({
    state: "ESCALATED",
    tickets: [{ note: "Trunk is down", state: "OPEN", answer: null, isForMe: false }],
  });
  expect(await stateOf(jane, id)).toEqual({ state: "ESCALATED" });
  await tellOfProblems(world.system());
  const told = (await notices("PROBLEM_ESCALATED")).map(({ email }) => email);
  expect(told).toContain(parent);
  expect(told.every((email) => email.endsWith("@nord.test"))).toBe(true);
  expect(codes(await send(agent, "escalateProblem", { id }))).toEqual(["STATE_CONFLICT id"]);
  const ticket = escalated.problem!.tickets![0]!.id;
  expect(codes(await send(agent, "answerTicket", { id: ticket, text: "Ourselves" }))).toEqual([
    "FIELD_OWNED_BY_PARENT id",
  ]);
  const answered = await send(parent, "answerTicket", { id: ticket, text: "Mended" }, withTickets);
  expect(answered.problem).toMatchObject({ state: "OPEN", tickets: [{ state: "CLOSED", answer: "Mended" }] });
  expect(codes(await send(parent, "answerTicket", { id: ticket, text: "Again" }))).toEqual(["STATE_CONFLICT id"]);
  expect((await notices("PROBLEM_ANSWERED")).map(({ email }) => email)).toEqual([agent]);
  await rows("delete from outbox_mail");
  const closed = await send(agent, "closeProblem", { id, text: "Works again" });
  expect(closed.problem).toMatchObject({ state: "CLOSED", closing: "Works again" });
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect([mail?.recipient, mail?.subject]).toEqual([jane.email, expect.stringContaining("Problem closed: ")]);
  expect(mail?.body).toContain("Acme has closed the problem that you reported");
  expect(mail?.body).toContain("Works again");
  expect(codes(await send(agent, "closeProblem", { id }))).toEqual(["STATE_CONFLICT id"]);
  const told2 = await rows<{ operation: string }>(
    "select operation from audit_entry where subject_kind = 'problem' and subject_id = (select id from problem order by id desc limit 1) order by id",
  );
  expect(told2.map(({ operation }) => operation)).toEqual([
    "problem.report",
    "problem.escalate",
    "problem.answer",
    "problem.close",
  ]);
});

test("M8: the parent asks its own parent, and nobody is above the operator", async () => {
  const { id } = (await report()).problem!;
  await send(agent, "escalateProblem", { id });
  const further = await send(parent, "escalateProblem", { id }, withTickets);
  expect(further.problem?.tickets).toHaveLength(2);
  expect(codes(await send("ops@tierline.test", "escalateProblem", { id }))).toEqual(["STATE_CONFLICT id"]);
  const closed = await send(agent, "closeProblem", { id }, withTickets);
  expect(closed.problem).toMatchObject({ state: "CLOSED", tickets: [{ state: "CLOSED" }, { state: "CLOSED" }] });
});

test("M8: of two who escalate at once, one makes a ticket", async () => {
  const { id } = (await report()).problem!;
  const both = await Promise.all([send(agent, "escalateProblem", { id }), send(agent, "escalateProblem", { id })]);
  expect(both.flatMap(codes)).toEqual(["STATE_CONFLICT id"]);
});

test("problems are listed newest first, by state and by customer", async () => {
  const page = async (filter: object) =>
    (
      await ask(
        agent,
        "query ($filter: ProblemFilter) { problems(first: 2, filter: $filter) { nodes { state customer { name } } totalCount { value } pageInfo { hasNextPage } } }",
        { filter },
      )
    )["problems"];
  await report();
  expect(await page({ state: ["CLOSED"], customerId })).toMatchObject({ totalCount: { value: 2 } });
  expect(await page({ customerId: encodeId("cus", johnSmith.id) })).toMatchObject({ nodes: [] });
  expect(await page({ state: ["OPEN"], customerId })).toMatchObject({
    nodes: [{ state: "OPEN", customer: { name: "Johnson Enterprises" } }, { state: "OPEN" }],
    pageInfo: { hasNextPage: true },
  });
});

test("B12: a customer whose people may not report problems reports none", async () => {
  const silent: Viewer = { ...janes, permissions: new Set(["customer.view"]) };
  const { errors } = await raw(
    silent,
    'mutation { reportProblem(input: { idempotencyKey: "x", text: "y" }) { userErrors { code } } }',
    {},
  );
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});
