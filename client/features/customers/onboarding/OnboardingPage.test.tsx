import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage } from "../../../testkit/render-page.tsx";
import { OnboardingListPage } from "./OnboardingListPage.tsx";
import { OnboardingPage } from "./OnboardingPage.tsx";

const row = {
  __typename: "Onboarding",
  id: "onb_1",
  platform: "OFFICE400",
  step: "CUSTOMER",
  takenSteps: [] as string[],
  state: "DRAFT",
  name: "Hotel Adler",
  draft: JSON.stringify({ customer: { name: "Hotel Adler" } }),
  startedBy: "Ann",
  startedAt: "2026-11-21T12:00:00Z",
  savedBy: "Ann",
  savedAt: "2026-11-21T12:04:00Z",
  version: 1,
  customer: null as object | null,
  trunk: null as object | null,
};
const payload = (more: object) => ({ __typename: "OnboardingPayload", onboarding: null, userErrors: [], ...more });
const errors = (...list: [code: string, message: string, ...path: string[]][]) =>
  list.map(([code, message, ...path]) => ({ __typename: "GenericUserError", code, message, path }));
const route = "/r/$reseller/onboarding/$onboarding/$step";
const operations = {
  Onboarding: { onboarding: row },
  SaveOnboarding: { saveOnboarding: payload({ onboarding: { ...row, version: 2 } }) },
  DiscardOnboarding: { discardOnboarding: payload({}) },
};
const open = (more: object = {}, at = "/r/acme/onboarding/onb_1/customer") =>
  renderPage(<OnboardingPage />, { route, at, operations: { ...operations, ...more } });
const namesOf = (sent: readonly { name: string }[]) => sent.map(({ name }) => name);

test("M13: a draft without a maintainer is saved by a partner, who returns to the list", async () => {
  const { sent, address } = await open();
  await userEvent.type(await screen.findByRole("textbox", { name: /^Name/ }), " and more");
  await userEvent.click(screen.getByRole("button", { name: "Save and return" }));
  await waitFor(() => expect(address()).toBe("/r/acme/onboarding"));
  const { input } = sent.find(({ name }) => name === "SaveOnboarding")!.variables as { input: { draft: string } };
  expect(input).toMatchObject({ id: "onb_1", version: 1, platform: "OFFICE400", step: "CUSTOMER" });
  expect(JSON.parse(input.draft)).toMatchObject({ customer: { name: "Hotel Adler and more" } });
  expect(namesOf(sent)).not.toContain("TakeOnboardingStep");
});

test("M13: a customer's own administrator has no such page", async () => {
  await renderPage(<OnboardingPage />, { route, at: "/r/acme/onboarding/onb_1/customer", role: "ACCOUNT_ADMIN" });
  expect(screen.queryByRole("button", { name: "Save and return" })).not.toBeInTheDocument();
});

test("M12: Cancel asks before what was typed is lost, and then gives it up", async () => {
  const { sent, address } = await open();
  await userEvent.click(await screen.findByRole("button", { name: "Cancel" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(namesOf(sent)).not.toContain("DiscardOnboarding");
  await userEvent.click(dialog.getByRole("button", { name: "Discard" }));
  await waitFor(() => expect(address()).toBe("/r/acme/onboarding"));
  expect(namesOf(sent)).toContain("DiscardOnboarding");
  expect(namesOf(sent)).not.toContain("SaveOnboarding");
});

test("M15: each step says what it is for, and what comes next", async () => {
  for (const [step, help] of [
    ["customer", /configure the customer site/],
    ["gateway", /need not be the postal address/],
    ["pbx", /trunk/],
    ["connect", /PBX answers/],
  ] as const) {
    const { unmount } = await open({}, `/r/acme/onboarding/onb_1/${step}`);
    expect(await screen.findByText(help)).toBeVisible();
    const steps = within(screen.getByRole("navigation", { name: "Steps" }));
    expect(steps.getAllByRole("link").map((each) => each.textContent)).toEqual([
      "Customer",
      "Gateway",
      "PBX",
      "Connect",
    ]);
    expect(steps.getByRole("link", { current: "step" })).toHaveAttribute("href", `/r/acme/onboarding/onb_1/${step}`);
    unmount();
  }
});

test("what is missing is told beside the support contacts, and Next goes on to the gateway once nothing is", async () => {
  let isRight = false;
  const taken = { ...row, version: 3, step: "GATEWAY", takenSteps: ["CUSTOMER"], state: "INCOMPLETE" };
  const customer = { __typename: "Customer", id: "cus_1", label: "Hotel Adler (ID: 9)", number: 9 };
  const { address } = await open({
    TakeOnboardingStep: () => {
      const message = "A new customer has at least one on-site administrator.";
      const userErrors = errors(["REQUIRED", message, "customer", "supportContacts", "ONSITE_ADMIN"]);
      return {
        takeOnboardingStep: isRight ? payload({ onboarding: { ...taken, customer } }) : payload({ userErrors }),
      };
    },
  });
  expect(await screen.findByText("0 of 1: On-site administrator")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Next" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(/on-site administrator/);
  isRight = true;
  await userEvent.click(screen.getByRole("button", { name: "Next" }));
  await waitFor(() => expect(address()).toBe("/r/acme/onboarding/onb_1/gateway"));
});

test("what somebody else saved meanwhile stands beside one's own, and nothing is saved before one is chosen", async () => {
  const theirs = { ...row, version: 5, savedBy: "Ben", draft: JSON.stringify({ customer: { name: "Hotel Falke" } }) };
  let reads = 0;
  const { sent } = await open({
    Onboarding: () => ({ onboarding: (reads += 1) === 1 ? row : theirs }),
    SaveOnboarding: { saveOnboarding: payload({ userErrors: errors(["STALE", "Ben has saved this.", "version"]) }) },
  });
  await userEvent.type(await screen.findByRole("textbox", { name: /^Name/ }), "!");
  expect(await screen.findByText("Hotel Falke")).toBeVisible();
  expect(screen.getByText("Hotel Adler!", { selector: "td" })).toBeVisible();
  const saves = namesOf(sent).filter((name) => name === "SaveOnboarding").length;
  await userEvent.click(screen.getByRole("button", { name: "Take theirs" }));
  expect(screen.getByRole("textbox", { name: /^Name/ })).toHaveValue("Hotel Falke");
  expect(namesOf(sent).filter((name) => name === "SaveOnboarding")).toHaveLength(saves);
});

const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };
const listed = (...nodes: object[]) => ({ onboardings: { __typename: "OnboardingConnection", nodes, pageInfo } });
const adler = { __typename: "Customer", id: "cus_1", label: "Hotel Adler (ID: 9)", number: 9 };

test("MX1: the list has name, account number, step and status, leads to the first step that is left, and knows the own organisation", async () => {
  const left = {
    ...row,
    id: "onb_2",
    customer: adler,
    step: "CUSTOMER",
    takenSteps: ["CUSTOMER"],
    state: "INCOMPLETE",
  };
  const own = { __typename: "Customer", id: "cus_0", label: "Acme (ID: 1)", number: 1 };
  const { sent } = await renderPage(<OnboardingListPage />, {
    operations: {
      Onboardings: listed(left, row),
      OwnOrganisation: { customers: { __typename: "CustomerConnection", nodes: [own] } },
    },
  });
  expect(await screen.findByRole("link", { name: /Hotel Adler \(ID: 9\)/ })).toHaveAttribute(
    "href",
    "/r/acme/onboarding/onb_2/gateway",
  );
  expect(screen.getByRole("button", { name: "Copy the account number of Hotel Adler (ID: 9)" })).toBeVisible();
  expect(
    screen.getByRole("row", { name: /Hotel Adler \(ID: 9\).* 9 .*MiVoice Office 400.*Customer.*Incomplete/ }),
  ).toBeVisible();
  const ours = screen.getByRole("link", { name: /Acme \(ID: 1\)/ });
  expect(ours).toHaveAttribute("href", "/r/acme/customers/cus_0");
  expect(within(screen.getByRole("row", { name: /Acme \(ID: 1\)/ })).getByText(/own/i)).toBeVisible();
  expect(sent.find(({ name }) => name === "Onboardings")?.variables["filter"]).toEqual({
    state: ["DRAFT", "INCOMPLETE"],
  });
});

test("MX1: the list is narrowed by status and name in the address, and who is onboarded is looked at as a customer", async () => {
  const done = { ...row, id: "onb_3", customer: adler, takenSteps: ["CUSTOMER"], state: "ONBOARDED" };
  const { sent, address } = await renderPage(<OnboardingListPage />, {
    at: "/r/acme/onboarding",
    route: "/r/$reseller/onboarding",
    operations: {
      Onboardings: ({ filter }) => ((filter as { state: string[] }).state[0] === "ONBOARDED" ? listed(done) : listed()),
    },
  });
  expect(await screen.findByText("Nobody is being taken on.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Onboarded" }));
  expect(await screen.findByRole("link", { name: /Hotel Adler/ })).toHaveAttribute("href", "/r/acme/customers/cus_1");
  await userEvent.type(screen.getByRole("searchbox", { name: "Search by name" }), "adler{Enter}");
  await waitFor(() => expect(address()).toBe("/r/acme/onboarding?state=ONBOARDED&search=adler"));
  await waitFor(() => expect(sent.at(-1)?.variables["filter"]).toEqual({ state: ["ONBOARDED"], name: "adler" }));
});
