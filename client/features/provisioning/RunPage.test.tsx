import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Subject } from "rxjs";
import { expect, test } from "vitest";
import { renderPage, type RenderOptions } from "../../testkit/render-page.tsx";
import type { Run } from "./run-facts.ts";
import { failedRun, runOf, succeededRun, taskOf } from "./run-fixtures.ts";
import { RunPage } from "./RunPage.tsx";

const route = "/r/$reseller/runs/$run";
const at = "/r/acme/runs/run_1";

async function shown(run: Run, options: RenderOptions = {}) {
  const live = new Subject<{ data: { provisioningRun: Run } }>();
  const page = await renderPage(<RunPage />, {
    route,
    at,
    ...options,
    operations: {
      RunPage: { provisioningRun: { ...run, tierPath: [] } },
      RunLive: () => live,
      SameCause: { provisioningRuns: { nodes: [], totalCount: { value: 0, isEstimate: false } } },
      ...options.operations,
    },
  });
  await screen.findByRole("heading", { level: 1, name: `Run ${run.number}` });
  const push = (next: Run): void => act(() => live.next({ data: { provisioningRun: next } }));
  return { page, push, user: userEvent.setup() };
}

function taskRow(title: string): HTMLElement {
  const rail = screen.getByRole("list", { name: "Tasks" });
  const row = within(rail).getByText(title).closest("li");
  if (row === null) throw new Error(`There is no task ${title}.`);
  return row;
}

test("O27: after three tasks it says 3 of 6, the fourth is at work and the others pend", async () => {
  await shown(runOf({}));
  expect(screen.getByText("3 of 6 tasks completed")).toBeInTheDocument();
  const bar = screen.getByRole("progressbar");
  expect([bar.getAttribute("aria-valuenow"), bar.getAttribute("aria-valuemax")]).toEqual(["3", "6"]);
  expect(taskRow("Configure OCS account")).toHaveAttribute("data-state", "current");
  expect(taskRow("Activate service record")).toHaveTextContent("Pending");
  expect(taskRow("Send welcome mail")).toHaveTextContent("Pending");
});

test("O29: every task has its state as a shape and as a word", async () => {
  const states = [
    ["SUCCEEDED", "Done", "done"],
    ["RUNNING", "Running", "current"],
    ["PENDING", "Pending", "pending"],
    ["FAILED", "Failed", "failed"],
  ] as const;
  await shown(
    runOf({ tasks: states.map(([state]) => taskOf(state.toLowerCase(), state)), completedTasks: 1, totalTasks: 4 }),
  );
  for (const [state, word, drawn] of states) {
    expect(taskRow(state.toLowerCase())).toHaveTextContent(word);
    expect(taskRow(state.toLowerCase())).toHaveAttribute("data-state", drawn);
  }
});

test("O28: after the first answer the panel lives on the subscription alone", async () => {
  const { page, push } = await shown(runOf({}));
  push(runOf({ sequence: 8, completedTasks: 4 }));
  expect(await screen.findByText("4 of 6 tasks completed")).toBeInTheDocument();
  push(succeededRun());
  expect(await screen.findByText("6 of 6 tasks completed")).toBeInTheDocument();
  expect(page.sent.map(({ name }) => name).toSorted()).toEqual(["RunLive", "RunPage"]);
});

test("a state that was overtaken on its way does not come back", async () => {
  const { push } = await shown(runOf({ sequence: 8, completedTasks: 4 }));
  push(runOf({ sequence: 7, completedTasks: 3 }));
  push(runOf({ sequence: 8, completedTasks: 4 }));
  expect(screen.getByText("4 of 6 tasks completed")).toBeInTheDocument();
});

test("O31: success names the service, its number and its state, and leads there", async () => {
  const { page, user } = await shown(succeededRun());
  expect(screen.getByText("Mobile - 20 GB provisioned for John Smith")).toBeInTheDocument();
  expect(screen.getByText("Service ID").nextSibling).toHaveTextContent("789");
  expect(screen.getByText("Name").nextSibling).toHaveTextContent("Mobile - +44 7700 900123");
  expect(screen.getByText("Status").nextSibling).toHaveTextContent("Active");
  expect(screen.getByRole("button", { name: "Close" })).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "View service" }));
  expect(page.address()).toBe("/r/acme/services/svc_789");
});

test("O32: failure names the cause, what to check and the provisioning ID, with three ways on; later tasks did not run", async () => {
  await shown(failedRun());
  const failed = taskRow("Configure OCS account");
  expect(failed).toHaveTextContent("Cannot connect to OCS");
  expect(failed).toHaveTextContent("Is the OCS up and its address right?");
  expect(failed).toHaveTextContent("Provisioning ID 456");
  expect(taskRow("Activate service record")).toHaveTextContent("Not run");
  expect(taskRow("Send welcome mail")).toHaveTextContent("Not run");
  for (const name of ["View logs", "Retry", "Close"]) expect(screen.getByRole("button", { name })).toBeEnabled();
});

test("O33: retry sends what was looked at, and the panel goes on with the same run", async () => {
  const retried = runOf({ sequence: 20, retriesUsed: 1 });
  const { page, user } = await shown(failedRun(), {
    operations: { RetryRun: { retryProvisioningRun: { run: retried, userErrors: [] } } },
  });
  await user.click(screen.getByRole("button", { name: "Retry" }));
  await waitFor(() => expect(taskRow("Configure OCS account")).toHaveAttribute("data-state", "current"));
  expect(page.sent.find(({ name }) => name === "RetryRun")?.variables).toEqual({
    input: { id: "run_1", sequence: 19 },
  });
});

test("O33: close leads to the customer and asks nothing of the run", async () => {
  const { page, user } = await shown(failedRun());
  await user.click(screen.getByRole("button", { name: "Close" }));
  expect(page.address()).toBe("/r/acme/customers/cus_123");
  expect(page.sent.map(({ name }) => name).filter((name) => /Retry|Roll|Cancel/.test(name))).toEqual([]);
});

test("O33: the log of a task is asked for when it is wanted, page by page", async () => {
  const entry = (id: string, request: string | null) => ({
    id,
    at: "2026-11-21T12:05:03.000Z",
    attempt: 1,
    level: "ERROR",
    message: `line ${id}`,
    request,
    response: null,
  });
  const log = (after: unknown) =>
    after === "c1"
      ? { nodes: [entry("2", null)], pageInfo: { hasNextPage: false, endCursor: "c2" } }
      : { nodes: [entry("1", '{"method":"SetAccount"}')], pageInfo: { hasNextPage: true, endCursor: "c1" } };
  const { user } = await shown(failedRun(), {
    operations: {
      TaskLogPage: ({ after }: Record<string, unknown>) => ({
        provisioningRun: { id: "run_1", sequence: 19, tasks: [{ key: "ocs", log: log(after) }] },
      }),
    },
  });
  await user.click(screen.getByRole("button", { name: "View logs" }));
  const dialog = await screen.findByRole("dialog");
  expect(await within(dialog).findByText('{"method":"SetAccount"}')).toBeInTheDocument();
  await user.click(within(dialog).getByRole("button", { name: "Show more" }));
  expect(await within(dialog).findByText("line 2")).toBeInTheDocument();
  expect(within(dialog).getByText("line 1")).toBeInTheDocument();
});

test("a deed on an overtaken state is not done: it says so and shows the state that is", async () => {
  let current = failedRun();
  const { user } = await shown(current, {
    operations: {
      RunPage: () => ({ provisioningRun: current }),
      RetryRun: () => {
        current = runOf({ sequence: 20 });
        return {
          retryProvisioningRun: {
            run: null,
            userErrors: [{ __typename: "RuleError", code: "STALE", message: "Changed since.", path: null }],
          },
        };
      },
    },
  });
  await user.click(screen.getByRole("button", { name: "Retry" }));
  expect(await screen.findByText(/The run has moved on since you looked/)).toBeInTheDocument();
  expect(taskRow("Configure OCS account")).toHaveAttribute("data-state", "current");
});

test("what may not be done says why, in the server's words", async () => {
  const [, rollBack, cancel] = failedRun().actions;
  const retry = { action: "RETRY" as const, isAllowed: false, reason: "The run was retried 3 times." };
  await shown(failedRun({ actions: [retry, rollBack!, cancel!] }));
  const button = screen.getByRole("button", { name: "Retry" });
  expect(button).toHaveAttribute("aria-disabled", "true");
  expect(button).toHaveAccessibleDescription("The run was retried 3 times.");
});

test("OX4: what a roll-back will undo is shown before it is done", async () => {
  const { page, user } = await shown(failedRun(), {
    operations: {
      RollBackRun: { rollBackProvisioningRun: { run: runOf({ state: "ROLLING_BACK", sequence: 20 }), userErrors: [] } },
    },
  });
  await user.click(screen.getByRole("button", { name: "Roll back" }));
  const dialog = await screen.findByRole("dialog");
  const undone = within(dialog)
    .getAllByRole("listitem")
    .map((each) => each.textContent);
  expect(undone.map((text) => /^(Assign number|Assign SIM|Validate customer)/.exec(text ?? "")?.[0])).toEqual([
    "Assign number",
    "Assign SIM",
    "Validate customer",
  ]);
  expect(page.sent.some(({ name }) => name === "RollBackRun")).toBe(false);
  await user.click(within(dialog).getByRole("button", { name: "Roll back" }));
  await waitFor(() => expect(page.sent.some(({ name }) => name === "RollBackRun")).toBe(true));
});

test("an unknown outcome is said as such", async () => {
  const running = runOf({});
  await shown({
    ...running,
    tasks: running.tasks.map((task) => (task.key === "ocs" ? { ...task, isOutcomeUnknown: true } : task)),
  });
  expect(taskRow("Configure OCS account")).toHaveTextContent("Not known whether OCS did it, asking…");
});

test("an outcome that cannot be asked for does not promise to ask", async () => {
  const running = runOf({});
  const unknown = { isOutcomeUnknown: true, canBeAsked: false };
  await shown({
    ...running,
    tasks: running.tasks.map((task) => (task.key === "ocs" ? { ...task, ...unknown } : task)),
  });
  expect(taskRow("Configure OCS account")).toHaveTextContent(
    "it cannot be asked: it is told again, under the same key",
  );
  expect(taskRow("Configure OCS account")).not.toHaveTextContent("asking…");
});

test("O40: a manual task is done with a note", async () => {
  const task = taskOf("install", "WAITING", { title: "Installation", kind: "MANUAL", instructions: "Hang the modem." });
  const waiting = runOf({ state: "WAITING", waitingFor: "PERSON", tasks: [task], completedTasks: 0, totalTasks: 1 });
  const { page, user } = await shown(waiting, {
    operations: {
      CompleteTask: { completeManualTask: { run: { ...waiting, sequence: 8, state: "RUNNING" }, userErrors: [] } },
    },
  });
  expect(screen.getAllByText("Waiting for a person")[0]).toBeInTheDocument();
  expect(screen.getByText("Hang the modem.")).toBeInTheDocument();
  await user.type(screen.getByLabelText("Note (optional)"), "In the hall");
  await user.click(screen.getByRole("button", { name: "Mark as done" }));
  await waitFor(() =>
    expect(page.sent.find(({ name }) => name === "CompleteTask")?.variables).toEqual({
      input: { runId: "run_1", taskKey: "install", sequence: 7, note: "In the hall" },
    }),
  );
});

test("O49: a welcome mail that failed is a warning beside what ticked itself", async () => {
  const done = succeededRun();
  const tasks = done.tasks.map((task) => (task.key === "mail" ? { ...task, state: "FAILED_IGNORED" as const } : task));
  await shown(succeededRun({ state: "SUCCEEDED_WITH_WARNINGS", tasks }));
  const items = screen.getByText("Afterwards").closest("div")?.parentElement?.querySelectorAll("li") ?? [];
  expect([...items].map((each) => each.dataset["mark"])).toEqual([
    "ticked",
    "ticked",
    "ticked",
    "warning",
    "open",
    "open",
  ]);
});

test("secrets among the variables are dots", async () => {
  await shown(runOf({}));
  expect(screen.getByText("ocs.password").nextSibling).toHaveTextContent("••••••••");
});

test("the window says where the run is", async () => {
  const { push } = await shown(runOf({}));
  const heading = screen.getByRole("heading", { level: 1 });
  expect(heading.dataset["windowTitle"]).toBe("3 of 6 · Mobile - 20 GB for John Smith (ID: 123)");
  push(succeededRun());
  await waitFor(() =>
    expect(heading.dataset["windowTitle"]).toBe("Succeeded · Mobile - 20 GB for John Smith (ID: 123)"),
  );
});

test("a run of another tier is none", async () => {
  await renderPage(<RunPage />, {
    route,
    at,
    operations: { RunPage: { provisioningRun: null }, RunLive: () => new Subject() },
  });
  expect(await screen.findByText("There is no such run")).toBeInTheDocument();
});

test("O13: an order can be undone for its time; then its product waits for another customer", async () => {
  const undoableUntil = new Date(Date.now() + 600_000).toISOString();
  const done = succeededRun();
  const undone = { ...done, state: "ROLLED_BACK" as const, sequence: 30 };
  const { page, user } = await shown(succeededRun({ order: { ...done.order!, undoableUntil } }), {
    operations: { UndoRunOrder: { undoOrder: { order: null, run: undone, userErrors: [] } } },
  });
  await user.click(screen.getByRole("button", { name: "Undo this order" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getAllByRole("listitem")).toHaveLength(6);
  await user.click(within(dialog).getByRole("button", { name: "Undo this order" }));
  await user.click(await screen.findByRole("button", { name: "Assign to another customer" }));
  expect(page.address()).toBe("/r/acme/assign?product=mobile-20gb");
});

test("O13: after its time the order is not offered to be undone", async () => {
  await shown(succeededRun());
  expect(screen.queryByRole("button", { name: "Undo this order" })).not.toBeInTheDocument();
});

test("every part of the page has a name of its own", async () => {
  await shown(failedRun());
  const names = screen.getAllByRole("region").map((region) => {
    const titleId = region.getAttribute("aria-labelledby");
    return region.getAttribute("aria-label") ?? document.getElementById(titleId ?? "")?.textContent;
  });
  expect(names.toSorted()).toEqual(
    [
      "Mobile - 20 GB for John Smith (ID: 123)",
      "Variables",
      "Order 3107",
      "What exists now",
      "Log",
      "Log: Run 456",
    ].toSorted(),
  );
});
