import { expect, test } from "vitest";
import { Unknown } from "../kernel/secret.ts";
import { crashWorld, customerPath } from "../testkit/crash-tester.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import type { RunFacts } from "./action.ts";
import { planRun } from "./plan-run.ts";
import { latestPlaybook } from "./playbook-document.ts";

const t = await crashWorld();
const engine = await t.manual();
await t.playbook("planned", [
  { key: "count", title: "Count", action: "test.count", input: { name: "${name}" }, deadlineSeconds: 60 },
  { key: "put", title: "Put", action: "test.put", input: { name: "${name} of ${service}" } },
  { key: "secret", title: "Secret", action: "test.secret", input: { name: "${tasks.put.name}" }, needs: ["put"] },
  {
    key: "later",
    title: "Later",
    action: "test.put",
    input: { name: "n${tasks.count.count}" },
    needs: ["count"],
    ignoreErrors: true,
  },
  { key: "approve", title: "Approve", action: "test.approve" },
]);

const facts: RunFacts = {
  id: "",
  number: 0,
  kind: "PROVISION",
  path: customerPath,
  resellerId: resellersOfTests.acme.id,
  customerId: null,
  serviceId: null,
  orderId: null,
  startedById: "",
  startedBy: "",
};

async function plan(variables: Record<string, unknown>) {
  const { document } = await latestPlaybook(t.as("agent@acme.test"), "planned", customerPath);
  return planRun(t.parts, { document, variables, run: facts });
}

test("a plan says what each task will do, with what is not known yet masked, and does nothing", async () => {
  const planned = await plan({ name: "box", service: new Unknown("service.number") });
  expect(
    planned.map(({ key, kind, detail, needs, ignoresErrors, deadlineSeconds }) => [
      key,
      kind,
      detail,
      needs,
      ignoresErrors,
      deadlineSeconds,
    ]),
  ).toEqual([
    ["count", "DB", "counts box", [], false, 60],
    ["put", "EXTERNAL", "puts box of ‹service.number›", ["count"], false, 300],
    ["secret", "EXTERNAL", "user box of ‹service.number›", ["put"], false, 300],
    ["later", "EXTERNAL", "puts n‹count.count›", ["count"], true, 300],
    ["approve", "MANUAL", null, ["later"], false, 300],
  ]);
  expect(planned[2]!.calls).toEqual([
    {
      connector: "outside",
      method: "PUT",
      target: "box of ‹service.number›",
      body: JSON.stringify({ user: "box of ‹service.number›", password: "••••••", note: "for ••••••" }),
    },
  ]);
  expect(t.outside.calls).toEqual([]);
  const written = await t.world.database.rows(
    "select 1 from counter union all select 1 from run_secret union all select 1 from task_log",
  );
  expect(written).toEqual([]);
});

test("the plan is the deed: the same calls, byte for byte, where everything is known beforehand", async () => {
  const variables = { name: "crate", service: "789" };
  const planned = await plan(variables);
  const { id } = await t.start("planned", variables);
  await engine.drive(id);
  const log = await t.world.database.rows<{ task_key: string; message: string; request: string | null }>(
    "select task_key, message, request from task_log where run_id = $1 order by id",
    [id],
  );
  const calls = planned.flatMap(({ key, calls: made }) =>
    made.map(({ connector, method, target, body }) => [key, `${connector} ${method} ${target}`, body ?? "null"]),
  );
  const expected = calls.map(([key, message, body]) => [key, message!.replace("‹count.count›", "1"), body]);
  expect(log.map(({ task_key, message, request }) => [task_key, message, request]).toSorted()).toEqual(
    expected.toSorted(),
  );
});

test("a variable without a value is told at planning already", async () => {
  await expect(plan({ name: "lost" })).rejects.toThrow("There is no value for ${service}.");
});
