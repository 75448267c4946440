import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderPage } from "../../../testkit/render-page.tsx";
import { OnboardingPage } from "./OnboardingPage.tsx";

const customer = { __typename: "Customer", id: "cus_1", label: "Hotel Adler (ID: 9)", number: 9 };
const row = {
  __typename: "Onboarding",
  id: "onb_1",
  platform: "OFFICE400",
  step: "PBX",
  takenSteps: ["CUSTOMER", "GATEWAY"],
  state: "INCOMPLETE",
  name: "Hotel Adler",
  draft: JSON.stringify({ customer: { name: "Hotel Adler" } }),
  startedBy: "Ann",
  startedAt: "2026-11-21T12:00:00Z",
  savedBy: "Ann",
  savedAt: "2026-11-21T12:04:00Z",
  version: 4,
  customer,
  trunk: null as object | null,
};
const trunk = {
  __typename: "PbxTrunk",
  id: "pbx_1",
  ipAddress: "192.0.2.7",
  sipPort: 5060,
  transport: "TCP",
  description: "",
  users: null,
  pbxUser: "trunk",
  gatewayUser: "",
  hasPbxPassword: true,
  hasGatewayPassword: false,
  answer: null as object | null,
  version: 1,
};
const payload = (onboarding: object | null, userErrors: object[] = []) => ({
  __typename: "OnboardingPayload",
  onboarding,
  userErrors,
});
const trunkPayload = (of: object) => ({ __typename: "PbxTrunkPayload", trunk: of, userErrors: [] });
const route = "/r/$reseller/onboarding/$onboarding/$step";
const open = (of: object, step: string, operations: object = {}) =>
  renderPage(<OnboardingPage />, {
    route,
    at: `/r/acme/onboarding/onb_1/${step}`,
    role: "RESELLER_OWNER",
    operations: {
      Onboarding: { onboarding: of },
      SaveOnboarding: { saveOnboarding: payload({ ...of, version: 5 }) },
      ...operations,
    },
  });
type Sent = Awaited<ReturnType<typeof open>>["sent"];
const inputsOf = (sent: Sent, wanted: string) =>
  sent.filter(({ name }) => name === wanted).map(({ variables }) => variables["input"] as Record<string, unknown>);

test("MX12: the passwords of a trunk go with the step and never with the draft; what is refused stands on its field", async () => {
  let isRight = false;
  const error = {
    __typename: "GenericUserError",
    code: "INVALID",
    message: "From 1 to 65535.",
    path: ["pbx", "sipPort"],
  };
  const taken = { ...row, step: "CONNECT", takenSteps: [...row.takenSteps, "PBX"], trunk, version: 6 };
  const { sent, address } = await open(row, "pbx", {
    TakeOnboardingStep: () => ({ takeOnboardingStep: isRight ? payload(taken) : payload(null, [error]) }),
  });
  await userEvent.type(await screen.findByRole("textbox", { name: /IP address/ }), "192.0.2.7");
  await userEvent.type(screen.getByRole("textbox", { name: "SIP port" }), "0");
  await userEvent.type(screen.getByLabelText("Password at the PBX"), "Nightingale 7");
  await userEvent.click(screen.getByRole("button", { name: "Next" }));
  expect(await screen.findByText("From 1 to 65535.")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "SIP port" })).toBeInvalid();
  isRight = true;
  await userEvent.click(screen.getByRole("button", { name: "Next" }));
  await waitFor(() => expect(address()).toBe("/r/acme/onboarding/onb_1/connect"));
  expect(inputsOf(sent, "TakeOnboardingStep").at(-1)).toMatchObject({ step: "PBX", pbxPassword: "Nightingale 7" });
  const drafts = inputsOf(sent, "SaveOnboarding").map(({ draft }) => String(draft));
  expect(drafts.at(-1)).toContain("192.0.2.7");
  expect(drafts.join("")).not.toContain("Nightingale");
  expect(await screen.findByText("trunk, with a password")).toBeVisible();
});

test("MX10: from nine tenths of what the platform is made for on the number of users is warned of", async () => {
  await open(row, "pbx");
  const users = await screen.findByRole("textbox", { name: "Users of the PBX" });
  expect(users).toHaveAccessibleDescription("MiVoice Office 400 is made for up to 2,500 users and 5,000 devices.");
  await userEvent.type(users, "2250");
  expect(users).toHaveAccessibleDescription(/nearly all/);
  await userEvent.type(users, "0");
  expect(users).toHaveAccessibleDescription(/2,500 users only/);
});

test("M1: where the platform changes to one without a PBX, its entries go only after asking", async () => {
  const begun = { ...row, takenSteps: [], customer: null, draft: JSON.stringify({ pbx: { ipAddress: "192.0.2.7" } }) };
  const { sent } = await open(begun, "customer");
  const choose = async () => {
    await userEvent.click(await screen.findByRole("combobox", { name: "Platform" }));
    await userEvent.click(await screen.findByRole("option", { name: "SMB Controller" }));
    return within(await screen.findByRole("dialog"));
  };
  await userEvent.click((await choose()).getByRole("button", { name: "Keep on" }));
  expect(screen.getByRole("combobox", { name: "Platform" })).toHaveValue("MiVoice Office 400");
  await userEvent.click((await choose()).getByRole("button", { name: "Give them up" }));
  const steps = within(screen.getByRole("navigation", { name: "Steps" }));
  expect(steps.getAllByRole("link").map((each) => each.textContent)).toEqual(["Customer", "Gateway", "Sync"]);
  await waitFor(() => expect(inputsOf(sent, "SaveOnboarding")).not.toEqual([]));
  const saved = inputsOf(sent, "SaveOnboarding").at(-1)!;
  expect(saved).toMatchObject({ platform: "SMBC", dropsPbx: true });
  expect(JSON.parse(String(saved["draft"]))).not.toHaveProperty("pbx");
});

const connecting = { ...row, step: "CONNECT", takenSteps: [...row.takenSteps, "PBX"], trunk };
const answer = (state: string, more: object = {}) => ({
  __typename: "TrunkAnswer",
  state,
  statusCode: null,
  detail: null,
  roundTripMs: null,
  askedAt: "2026-11-21T12:05:00Z",
  ...more,
});

test("the PBX is asked in place: what came of it, what to do about it, and who answers finishes the way", async () => {
  let state = "CONNECTION_REFUSED";
  const done = { ...connecting, state: "ONBOARDED", takenSteps: [...connecting.takenSteps, "CONNECT"], version: 7 };
  const { sent } = await open(connecting, "connect", {
    AskPbx: () => ({ askPbx: trunkPayload({ ...trunk, answer: answer(state, { detail: "ECONNREFUSED" }) }) }),
    TakeOnboardingStep: () => ({
      takeOnboardingStep: payload({ ...done, trunk: { ...trunk, answer: answer("REACHED", { statusCode: 200 }) } }),
    }),
  });
  expect(await screen.findByText("It was not asked yet")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Ask the PBX" }));
  expect(await screen.findByText("Nobody listens at that port")).toBeVisible();
  expect(screen.getByText(/whether SIP is switched on/)).toBeVisible();
  state = "REACHED";
  await userEvent.click(screen.getByRole("button", { name: "Ask again" }));
  expect(await screen.findByText("The PBX answers")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Finish" }));
  expect(await screen.findByRole("heading", { name: "The customer is onboarded" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Open the customer" })).toHaveAttribute("href", "/r/acme/customers/cus_1");
  expect(inputsOf(sent, "TakeOnboardingStep")).toEqual([{ id: "onb_1", version: 4, step: "CONNECT" }]);
  expect(screen.queryByRole("button", { name: "Cancel" })).not.toBeInTheDocument();
});

test("who knows better finishes without an answer, after asking", async () => {
  const { sent } = await open(connecting, "connect", {
    TakeOnboardingStep: { takeOnboardingStep: payload(connecting) },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Finish without an answer" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(inputsOf(sent, "TakeOnboardingStep")).toEqual([]);
  await userEvent.click(dialog.getByRole("button", { name: "Finish without an answer" }));
  await waitFor(() =>
    expect(inputsOf(sent, "TakeOnboardingStep")).toMatchObject([{ step: "CONNECT", skipsCheck: true }]),
  );
});

test("MX12: a trunk that is there is changed without its password, which stays unless another is typed", async () => {
  const { sent } = await open(connecting, "pbx", {
    UpdatePbxTrunk: { updatePbxTrunk: trunkPayload({ ...trunk, sipPort: 5080, version: 2 }) },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Change the trunk" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByLabelText("Password at the PBX")).toHaveValue("");
  expect(dialog.getByLabelText("Password at the PBX")).toHaveAccessibleDescription(/One is kept/);
  const port = dialog.getByRole("textbox", { name: "SIP port" });
  await userEvent.clear(port);
  await userEvent.type(port, "sip");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(await dialog.findByText("This is no whole number.")).toBeVisible();
  expect(inputsOf(sent, "UpdatePbxTrunk")).toEqual([]);
  await userEvent.clear(port);
  await userEvent.type(port, "5080");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("192.0.2.7:5080 TCP")).toBeVisible();
  const [input] = inputsOf(sent, "UpdatePbxTrunk");
  expect(input).toMatchObject({ id: "pbx_1", version: 1, pbxPassword: null, trunk: { sipPort: 5080, users: null } });
  expect(inputsOf(sent, "TakeOnboardingStep")).toEqual([]); // the dialog's form is not the wizard's
});

test("MX12: whoever empties the user of a trunk empties its password with it", async () => {
  const { sent } = await open(connecting, "pbx", {
    UpdatePbxTrunk: { updatePbxTrunk: trunkPayload({ ...trunk, pbxUser: "", version: 2 }) },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Change the trunk" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.clear(dialog.getByRole("textbox", { name: "User at the PBX" }));
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(inputsOf(sent, "UpdatePbxTrunk")).toHaveLength(1));
  expect(inputsOf(sent, "UpdatePbxTrunk")[0]).toMatchObject({ pbxPassword: "", gatewayPassword: null });
});

const counts = (by: Record<string, number>) =>
  Object.entries(by).map(([state, count]) => ({ __typename: "BulkCount", state, count }));
const column = (key: string, header: number | null) => ({
  __typename: "BulkColumn",
  key,
  isRequired: key === "email",
  header,
  default: null,
});
const users = {
  __typename: "BulkImport",
  id: "blk_1",
  kind: "USERS",
  state: "REHEARSED",
  fileName: "users.csv",
  rowCount: 100,
  createdAt: "2026-11-21T12:05:00Z",
  startedBy: "Ann",
  headers: ["email", "name"],
  sampleRows: [],
  replacements: [],
  problems: [],
  stock: [],
  money: [],
  priceMoves: [],
  ratePerMinute: null,
  halt: null,
  startedAt: null,
  endedAt: null,
  rowsKeptUntil: null,
  rowsDeletedAt: null,
  counts: counts({ READY: 97, REFUSED: 3 }),
  columns: [column("customer", null), column("email", 0), column("name", 1)],
  failedRows: [
    {
      __typename: "BulkFailedRow",
      row: 98,
      cells: [{ __typename: "BulkCell", column: "email", value: "nobody" }],
      column: "email",
      message: "This is not an e-mail address.",
    },
  ],
};
const syncing = { ...row, platform: "SMBC", step: "SYNC" };
const capacity = { __typename: "OnboardingCapacity", users: 40, usersMax: 150, level: "FITS" };

test("MX11: a file of users is rehearsed for this customer, begun, and its failed ones stand in place and are tried again", async () => {
  let isKept = false;
  let shown: object = users;
  const bulk = () => ({ __typename: "BulkImportPayload", bulkImport: shown, userErrors: [] });
  const fetched = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response(JSON.stringify({ id: "blk_1" })));
  const { sent } = await open(syncing, "sync", {
    Syncs: () => ({ onboarding: { __typename: "Onboarding", id: "onb_1", capacity, syncs: isKept ? [shown] : [] } }),
    BulkImportPage: () => ({ bulkImport: shown }),
    PlanBulk: () => {
      isKept = true;
      return { planBulk: bulk() };
    },
    StartBulk: () => {
      shown = { ...users, state: "DONE", counts: counts({ DONE: 97, REFUSED: 3 }) };
      return { startBulk: bulk() };
    },
    RetryBulk: () => {
      shown = { ...users, state: "REHEARSED", counts: counts({ DONE: 97, READY: 2, REFUSED: 1 }) };
      return { retryBulk: bulk() };
    },
  });
  await userEvent.type(await screen.findByRole("textbox", { name: "Or paste rows" }), "email,name");
  await userEvent.click(screen.getByRole("button", { name: "Rehearse" }));
  expect(await screen.findByText("97 can be brought over, 3 cannot")).toBeVisible();
  expect(fetched.mock.calls[0]?.[0]).toBe("/bulk-files?kind=USERS&fileName=users.csv");
  expect(inputsOf(sent, "PlanBulk")).toEqual([
    {
      id: "blk_1",
      mapping: [
        { column: "email", header: 0 },
        { column: "name", header: 1 },
      ],
      defaults: [{ column: "customer", value: "cus_1" }],
    },
  ]);
  expect(screen.getByText("137 of 150 users")).toBeVisible(); // MX10, with those who are to come
  const failed = within(screen.getByRole("region", { name: "Users who failed" }));
  expect(failed.getByRole("row", { name: /98 nobody .*This is not an e-mail address/ })).toBeVisible();
  expect(screen.getByRole("link", { name: "Failed users (CSV)" })).toHaveAttribute(
    "href",
    "/bulk-files/blk_1/errors.csv?tierline-on-behalf-of=acme",
  );
  await userEvent.click(screen.getByRole("button", { name: "Bring over 97 users" }));
  expect(await screen.findByText("97 ok / 3 failed")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Retry 3 failed users" }));
  expect(await screen.findByRole("button", { name: "Bring over 2 users" })).toBeVisible();
  expect(inputsOf(sent, "RetryBulk")).toEqual([{ id: "blk_1" }]);
  fetched.mockRestore();
});
