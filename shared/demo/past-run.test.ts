import { expect, test } from "vitest";
import { pastRun } from "./past-run.ts";
import { demoPlaybook } from "./playbooks.ts";
import type { Outcome } from "./service-rows.ts";

const queuedAt = new Date("2026-11-21T12:00:00Z");
const variables = {
  customer: { name: "John Smith", email: "john.smith@example.com", language: "en" },
  service: { name: "Mobile - +44 7700 900123", account: "acme-789" },
  offering: { slug: "mobile-20gb", name: "Mobile - 20 GB" },
  reseller: { name: "Acme" },
  items: {
    sim: { label: "SIM-00123", identifier: "89442000123456780001" },
    number: { label: "n", identifier: "+447700900123" },
  },
};
const { document } = demoPlaybook("mobile-20gb");
const runWith = (outcome: Outcome) => pastRun({ runId: "r", document, outcome, queuedAt, variables });
const statesOf = (outcome: Outcome) => runWith(outcome).tasks.map(({ state }) => state);

test("O32: a failed run stops at its task and leaves the later ones alone", () => {
  const outcome = {
    kind: "FAILED",
    at: "ocs",
    code: "OCS_UNREACHABLE",
    message: "Cannot connect to OCS",
    retriesUsed: 0,
  } as const;
  expect(statesOf(outcome)).toEqual(["SUCCEEDED", "SUCCEEDED", "SUCCEEDED", "FAILED", "PENDING", "PENDING"]);
  expect(runWith(outcome)).toMatchObject({ state: "FAILED", error: { code: "OCS_UNREACHABLE", taskKey: "ocs" } });
  expect(runWith(outcome).tasks[3]).toMatchObject({ attempt: 5, message: "Cannot connect to OCS" });
});

test("OX2: a failed mail is a warning", () => {
  const outcome = { kind: "WARNED", at: "welcome-mail", code: "MAIL_REFUSED_RECIPIENT", message: "550" } as const;
  expect(statesOf(outcome).slice(-2)).toEqual(["SUCCEEDED", "FAILED_IGNORED"]);
  expect(runWith(outcome)).toMatchObject({ state: "SUCCEEDED_WITH_WARNINGS", error: null });
});

test("a run that waits has not finished", () => {
  const outcome = { kind: "WAITING", at: "activate" } as const;
  expect(statesOf(outcome).slice(-3)).toEqual(["SUCCEEDED", "WAITING", "PENDING"]);
  expect(runWith(outcome)).toMatchObject({ state: "WAITING", waitingFor: "PERSON", finishedAt: null });
});

test("OX4: what was rolled back is undone, what was cancelled never began", () => {
  const failure = { at: "ocs", code: "OCS_REFUSED", message: "no such plan" } as const;
  expect(statesOf({ kind: "ROLLED_BACK", ...failure })).toEqual([
    "UNDONE",
    "UNDONE",
    "UNDONE",
    "UNDONE",
    "SKIPPED",
    "SKIPPED",
  ]);
  expect(statesOf({ kind: "CANCELLED", at: "assign-sim" })).toEqual([
    "SUCCEEDED",
    ...Array.from({ length: 5 }, () => "SKIPPED"),
  ]);
});

test("tasks follow one another in time and say what they did", () => {
  const { tasks, startedAt, finishedAt } = runWith({ kind: "SUCCEEDED" });
  expect(startedAt > queuedAt).toBe(true);
  expect(tasks.every(({ startedAt: at }, index) => index === 0 || at === tasks[index - 1]?.finishedAt)).toBe(true);
  expect(tasks.at(-1)?.finishedAt).toBe(finishedAt);
  expect(tasks.map(({ message }) => message)).toEqual([
    "John Smith",
    "SIM-00123",
    "n",
    "acme-789",
    "Mobile - +44 7700 900123",
    "john.smith@example.com",
  ]);
  expect(tasks[3]?.input).toMatchObject({ account: "acme-789", allowances: [{ balance: "*data", amount: 20 }] });
});
