import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { failedRun } from "./run-fixtures.ts";
import { RunListPage } from "./RunListPage.tsx";

const route = "/r/$reseller/runs";
const group = {
  code: "OCS_UNREACHABLE",
  message: "Cannot connect to OCS",
  connector: "ocs",
  count: 2,
  latestAt: "2026-11-21T12:06:18.000Z",
};
const tierOf = (key: string, name: string) => ({ __typename: "TierNode", id: `rsl_${key}`, key, name });
const own = [tierOf("acme", "Acme")];
const page = (nodes: readonly unknown[]) => ({
  provisioningRuns: {
    nodes,
    pageInfo: { endCursor: null, hasNextPage: false },
    totalCount: { value: nodes.length, isEstimate: false },
    errorGroups: [group],
  },
});

test("F10: the list leads to a failed run, says where it failed, and groups what stopped them", async () => {
  const shown = await renderPage(<RunListPage />, {
    route,
    at: "/r/acme/runs",
    operations: { RunList: page([{ ...failedRun(), tierPath: own }]) },
  });
  const user = userEvent.setup();
  expect(await screen.findByText("Failed at task 4")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "456" })).toHaveAttribute("href", "/r/acme/runs/run_1");
  await user.click(
    within(screen.getByRole("group", { name: "Stopped by" })).getByRole("button", { name: /Cannot connect to OCS/ }),
  );
  expect(shown.address()).toBe("/r/acme/runs?error=OCS_UNREACHABLE");
  await waitFor(() => expect(shown.sent.at(-1)?.variables["filter"]).toEqual({ errorCode: "OCS_UNREACHABLE" }));
});

test("the address says which runs are shown", async () => {
  const at = "/r/acme/runs?view=running&kind=ADD_ON&mine=yes&playbook=mobile-20gb&search=smith";
  const shown = await renderPage(<RunListPage />, { route, at, operations: { RunList: page([]) } });
  const user = userEvent.setup();
  expect(await screen.findByText("No run matches")).toBeInTheDocument();
  expect(shown.sent[0]?.variables["filter"]).toEqual({
    state: ["QUEUED", "RUNNING", "WAITING", "ROLLING_BACK"],
    kind: "ADD_ON",
    playbookKey: "mobile-20gb",
    isMine: true,
    search: "smith",
  });
  await user.click(screen.getByRole("button", { name: "Clear all filters" }));
  expect(shown.address()).toBe("/r/acme/runs");
});

test("U23: whose a run is stands in a column of its own where any is of a reseller below", async () => {
  const below = [...own, tierOf("north", "North"), tierOf("leaf", "Leaf")];
  const shown = await renderPage(<RunListPage />, {
    route,
    at: "/r/acme/runs",
    operations: { RunList: page([{ ...failedRun(), tierPath: below }]) },
  });
  expect(await screen.findByRole("columnheader", { name: "Owner" })).toBeInTheDocument();
  expect(screen.getByRole("row", { name: /456/ })).toHaveTextContent("North › Leaf");
  shown.unmount();
  await renderPage(<RunListPage />, {
    route,
    at: "/r/acme/runs",
    operations: { RunList: page([{ ...failedRun(), tierPath: own }]) },
  });
  expect(await screen.findByRole("row", { name: /456/ })).toBeInTheDocument();
  expect(screen.queryByRole("columnheader", { name: "Owner" })).toBeNull();
});
