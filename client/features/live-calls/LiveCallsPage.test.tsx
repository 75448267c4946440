import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Observable } from "rxjs";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { LiveCallsPage } from "./LiveCallsPage.tsx";

const call = (more: object = {}) => ({
  __typename: "LiveCall",
  id: "cal_1",
  key: "1",
  serviceName: "Team line",
  caller: "acme-1",
  called: "442079460958",
  callType: "FIXED",
  destination: "UK",
  startedAt: new Date(Date.now() - 70_000).toISOString(),
  answeredAt: new Date(Date.now() - 61_000).toISOString(),
  endingAt: null,
  price: {
    __typename: "LiveCallPrice",
    currency: "GBP",
    ratePerMinute: "6",
    connectFee: "0",
    includedSeconds: 0,
    cadence: "60/60",
    freeSeconds: 0,
    changes: [],
  },
  customer: { __typename: "Customer", id: "cus_1", label: "John Smith (ID: 123)" },
  ...more,
});
const liveCalls = (...calls: object[]) => ({
  liveCalls: { __typename: "LiveCalls", total: calls.length, calls, refused: [] },
});
const place = { at: "/r/acme/live-calls", route: "/r/$reseller/live-calls" };
const ended = (userErrors: object[] = []) => ({
  endCall: {
    __typename: "EndCallPayload",
    call: userErrors.length > 0 ? null : { __typename: "LiveCall", id: "cal_1", endingAt: new Date().toISOString() },
    userErrors,
  },
});

async function open(role: "AGENT" | "RESELLER_OWNER", calls: object[], more: object = {}) {
  return renderPage(<LiveCallsPage />, {
    ...place,
    role,
    operations: { LiveCalls: liveCalls(...calls), LiveCallsPushed: () => new Observable(() => undefined), ...more },
  });
}

test("B16: what a call has cost up to now stands beside how long it lasts; one that rings or is free costs nothing", async () => {
  await open("AGENT", [
    call(),
    call({ id: "cal_2", key: "2", answeredAt: null }),
    call({ id: "cal_3", key: "3", price: null, endingAt: new Date().toISOString() }),
  ]);
  const [, talking, ringing, ending] = within(await screen.findByRole("table")).getAllByRole("row");
  expect(talking).toHaveTextContent("Talking");
  expect(talking).toHaveTextContent("£12.00"); // two minutes have begun, by 60/60
  expect(ringing).toHaveTextContent("Ringing");
  expect(ringing).not.toHaveTextContent("£");
  expect(ending).toHaveTextContent("Ending");
  expect(ending).not.toHaveTextContent("£");
  expect(within(ending!).getByRole("button")).toHaveAccessibleDescription("The switch is ending it.");
});

test("B16: a call is ended with a reason; where the switch cannot be told, that is said and the question stays", async () => {
  const user = userEvent.setup();
  let answer = ended([{ __typename: "UserError", code: "STATE_CONFLICT", path: ["id"], message: "No switch." }]);
  const { sent } = await open("AGENT", [call()], { EndCall: () => answer });
  await user.click(await screen.findByRole("button", { name: "End the call to +442079460958" }));
  const dialog = await screen.findByRole("dialog", { name: "End this call?" });
  await user.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "Fraud");
  await user.click(within(dialog).getByRole("button", { name: "End the call" }));
  expect(await within(dialog).findByText("No switch.")).toBeVisible();
  answer = ended();
  await user.click(within(dialog).getByRole("button", { name: "End the call" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const asked = sent.filter(({ name }) => name === "EndCall");
  expect(asked.map(({ variables }) => variables["input"])).toEqual([
    { id: "cal_1", reason: "Fraud" },
    { id: "cal_1", reason: "Fraud" },
  ]);
});
