import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { railState } from "./rail-state.ts";
import { ProgressSegments } from "./ProgressSegments.tsx";
import { TaskRail } from "./TaskRail.tsx";

test("the rail says every state in words and marks the current task", () => {
  render(
    <MantineProvider>
      <TaskRail
        label="Tasks"
        variant="run"
        items={[
          { key: "a", title: "Assign SIM card", state: "done", aside: "Done" },
          { key: "b", title: "Configure OCS account", state: "current", stateWord: "Running" },
          { key: "c", title: "Send welcome e-mail", state: "pending", stateWord: "Pending" },
        ]}
      />
    </MantineProvider>,
  );
  const items = within(screen.getByRole("list", { name: "Tasks" })).getAllByRole("listitem");
  expect(items.map((item) => item.textContent)).toEqual([
    "Assign SIM cardDone",
    "Configure OCS accountRunning",
    "Send welcome e-mailPending",
  ]);
  expect(items.map((item) => item.getAttribute("aria-current"))).toEqual([null, "step", null]);
});

test("a task that is pending in a run that is over is drawn as not run", () => {
  expect(railState("PENDING", true)).toBe("notrun");
  expect(railState("PENDING", false)).toBe("pending");
  expect(railState("FAILED_IGNORED", true)).toBe("warning");
});

test("progress is told as a value of its total", () => {
  render(<ProgressSegments total={6} done={3} isCurrent label="Run 456" valueText="3 of 6 tasks completed" />);
  const bar = screen.getByRole("progressbar", { name: "Run 456" });
  expect(bar.getAttribute("aria-valuenow")).toBe("3");
  expect(bar.getAttribute("aria-valuemax")).toBe("6");
  expect(bar.getAttribute("aria-valuetext")).toBe("3 of 6 tasks completed");
  expect([...bar.children].map((segment) => segment.getAttribute("data-state"))).toEqual([
    "done",
    "done",
    "done",
    "current",
    "open",
    "open",
  ]);
});
