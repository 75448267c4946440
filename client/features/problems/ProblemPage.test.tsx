import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Observable } from "@apollo/client";
import { expect, test } from "vitest";
import { renderPage, viewerOf, type Answer } from "../../testkit/render-page.tsx";
import { OwnProblemsPage } from "./OwnProblemsPage.tsx";
import { ProblemListPage } from "./ProblemListPage.tsx";
import { ProblemPage } from "./ProblemPage.tsx";

const tier = (key: string, name: string) => ({ __typename: "TierNode", id: `rsl_${key}`, key, name, isCurrent: false });

const ticket = {
  __typename: "Ticket",
  id: "tkt_1",
  from: "Acme North",
  to: "Acme",
  note: "Trunk is down",
  openedBy: "Nora North",
  openedAt: "2026-11-20T10:05:00.000Z",
  state: "OPEN",
  answer: null,
  answeredBy: null,
  closedAt: null,
  isForMe: true,
};

const problem = (more: object = {}) => ({
  __typename: "Problem",
  id: "prb_1",
  state: "OPEN",
  text: "No dial tone\nsince nine",
  application: "Softphone",
  reporter: "Jane Doe",
  createdAt: "2026-11-20T10:00:00.000Z",
  closedAt: null,
  closing: null,
  contactsTold: 2,
  customer: { __typename: "Customer", id: "cus_1", label: "Johnson (ID: 789)" },
  service: { __typename: "Service", id: "svc_1", name: "VoIP - 789" },
  tierPath: [tier("tierline", "Tierline Telecom"), tier("nord", "Nord"), tier("acme", "Acme")],
  tickets: [],
  ...more,
});

const place = { at: "/r/acme/problems/prb_1", route: "/r/$reseller/problems/$problem" };
const silent: Answer = () => new Observable(() => undefined);
const page = (shown: object): Record<string, Answer> => ({ ProblemPage: { problem: shown }, ProblemLive: silent });

test("M8: a problem is escalated with a word to the tier above, and closed with one to the reporter", async () => {
  const answered = (name: string, more: object) => ({
    [name]: { __typename: "ProblemPayload", problem: problem(more), userErrors: [] },
  });
  const { sent } = await renderPage(<ProblemPage />, {
    ...place,
    operations: {
      ...page(problem()),
      EscalateProblem: answered("escalateProblem", { state: "ESCALATED", tickets: [{ ...ticket, isForMe: false }] }),
      CloseProblem: answered("closeProblem", { state: "CLOSED", closing: "Works again" }),
    },
  });
  expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent("No dial tone");
  await userEvent.click(screen.getByRole("button", { name: "Escalate" }));
  const asking = within(await screen.findByRole("dialog"));
  await userEvent.type(asking.getByRole("textbox"), "Trunk is down");
  await userEvent.click(asking.getByRole("button", { name: "Ask the tier above" }));
  expect(await screen.findByRole("region", { name: "Acme North asks Acme" })).toHaveTextContent("Waits for an answer");
  expect(screen.getByRole("button", { name: "Escalate" })).toHaveAttribute("aria-disabled", "true");
  await userEvent.click(screen.getByRole("button", { name: "Close problem" }));
  const closing = within(await screen.findByRole("dialog"));
  await userEvent.click(closing.getByRole("button", { name: "Close it" }));
  expect(await screen.findByText("Works again")).toBeVisible();
  const inputs = sent.filter(({ name }) => name === "EscalateProblem" || name === "CloseProblem");
  expect(inputs.map(({ variables }) => variables["input"])).toEqual([
    { id: "prb_1", text: "Trunk is down" },
    { id: "prb_1", text: "" },
  ]);
});

test("M8: the tier that was asked answers, and what is refused is said there", async () => {
  const refused = { code: "STATE_CONFLICT", message: "The ticket is closed.", path: ["id"], __typename: "RuleError" };
  await renderPage(<ProblemPage />, {
    ...place,
    operations: {
      ...page(problem({ state: "ESCALATED", tickets: [ticket] })),
      AnswerTicket: { answerTicket: { __typename: "ProblemPayload", problem: null, userErrors: [refused] } },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Answer" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByRole("textbox"), "Mended");
  await userEvent.click(dialog.getByRole("button", { name: "Answer" }));
  expect(await dialog.findByText(/The ticket is closed\./)).toBeVisible();
});

const listed = (...nodes: object[]) => ({
  problems: {
    __typename: "ProblemConnection",
    nodes,
    pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
    totalCount: { __typename: "TotalCount", value: nodes.length, isEstimate: false },
  },
});

test("M6: in the portal one reports a problem of one's own services, and reads what became of the others", async () => {
  const said = problem({ state: "CLOSED", closing: "Works again" });
  const { sent } = await renderPage(<OwnProblemsPage />, {
    role: "CUSTOMER_USER",
    operations: {
      ProblemList: listed(said),
      OwnServices: { services: { __typename: "ServiceConnection", nodes: [said.service] } },
      ReportProblem: { reportProblem: { __typename: "ProblemPayload", problem: problem(), userErrors: [] } },
    },
  });
  expect(await screen.findByText("Acme: Works again")).toBeVisible();
  expect(screen.queryByRole("link", { name: /No dial tone/ })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Report a problem" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByLabelText(/What does not work/), "Silence");
  await userEvent.click(dialog.getByRole("button", { name: "Report it" }));
  await waitFor(() => expect(sent.map(({ name }) => name)).toContain("ReportProblem"));
  const input = sent.find(({ name }) => name === "ReportProblem")?.variables["input"];
  expect(input).toMatchObject({ text: "Silence", serviceId: null });
  expect(input).not.toHaveProperty("customerId");
});

test("B12: who may not see problems in the portal is told who can open it", async () => {
  const customer = { id: "cus_123", label: "John Smith (ID: 123)" };
  const viewer = { ...viewerOf("CUSTOMER_USER"), customer, permissions: [] };
  const { sent } = await renderPage(<OwnProblemsPage />, { viewer });
  expect(await screen.findByRole("heading", { name: "Support" })).toBeVisible();
  expect(screen.getByText("Not open to you")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Report a problem" })).toBeNull();
  expect(sent).toEqual([]);
});

test("problems are listed open ones first of all, and the state is in the address", async () => {
  const { sent, address } = await renderPage(<ProblemListPage />, {
    operations: { ProblemList: listed(problem()) },
  });
  expect(await screen.findByRole("link", { name: /No dial tone/ })).toHaveAttribute("href", "/r/acme/problems/prb_1");
  await userEvent.click(screen.getByRole("radio", { name: "Escalated" }));
  await waitFor(() => expect(address()).toBe("/r/acme?state=ESCALATED"));
  await waitFor(() =>
    expect(sent.map(({ variables }) => (variables["filter"] as { state: string[] }).state)).toEqual([
      ["OPEN"],
      ["ESCALATED"],
    ]),
  );
});
