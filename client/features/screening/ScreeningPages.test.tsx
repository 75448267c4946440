import { Observable } from "@apollo/client";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { renderPage, type Answer } from "../../testkit/render-page.tsx";
import { ScreeningCasePage } from "./ScreeningCasePage.tsx";
import { ScreeningListsPage } from "./ScreeningListsPage.tsx";
import { ScreeningQueuePage } from "./ScreeningQueuePage.tsx";

afterEach(() => vi.unstubAllGlobals());

const address = { line1: "1 Main St", line2: null, city: "London", region: null, postalCode: "N1 1AA", country: "GB" };
const customer = {
  __typename: "Customer",
  id: "cus_1",
  label: "Dénied Trading (ID: 7)",
  name: "Dénied Trading",
  state: "ACTIVE",
  homeCountry: "GB",
  billingAddress: { __typename: "Address", ...address },
};
const match = {
  __typename: "ScreeningMatch",
  list: "DPL",
  listVersion: 3,
  reference: "denied trading",
  score: 1_000,
  matchedName: "Denied Trading LLC",
  words: [
    { __typename: "MatchedWord", ours: "denied", listed: "denied", likeness: 1_000 },
    { __typename: "MatchedWord", ours: "trading", listed: "trading", likeness: 1_000 },
  ],
  isSameCountry: false,
  isSameCity: false,
  partyType: "",
  source: "Standard order: Y",
  names: [{ __typename: "ListedName", name: "Denied Trading LLC", kind: "NAME" }],
  addresses: [{ __typename: "ListedAddress", text: "1 Elm St, Springfield, US", country: "US" }],
  remarks: "",
};
const found = (more: object = {}) => ({
  __typename: "ScreeningCase",
  id: "scc_1",
  state: "OPEN",
  openedAt: "2026-11-20T10:00:00.000Z",
  reviewBy: "2026-11-20T11:00:00.000Z",
  deactivateAt: "2026-12-20T10:00:00.000Z",
  isOverdue: true,
  score: 1_000,
  owner: null,
  isMine: false,
  customer,
  tierPath: [{ __typename: "TierNode", id: "rsl_1", key: "acme", name: "Acme", isCurrent: true }],
  algorithmVersion: 1,
  listVersions: [{ __typename: "ListVersionOfCheck", list: "DPL", version: 3 }],
  matches: [match],
  confirmedBy: null,
  confirmedAt: null,
  confirmedReason: null,
  isConfirmedByMe: false,
  decidedBy: null,
  decidedAt: null,
  reason: null,
  unreachable: 1,
  unreachableMax: 3,
  cause: null,
  deactivatedAt: null,
  version: 4,
  attempts: [],
  ...more,
});
const noSources = { ScreeningListSources: { screeningListSources: [] } };
const silent: Answer = () => new Observable(() => undefined);
const links = [{ __typename: "PolicyLink", title: "Our policy", url: "https://tierline.test/policy" }];
const operations = (more: Record<string, Answer> = {}): Record<string, Answer> => ({
  ScreeningCasePage: { screeningCase: found() },
  ScreeningCaseLive: silent,
  ScreeningPolicies: { screeningSettings: { __typename: "ScreeningSettings", version: 1, links } },
  ...more,
});
const place = { at: "/r/acme/screening/scc_1", route: "/r/$reseller/screening/$case", role: "OPERATOR" } as const;
const answered = (name: string, more: object) => ({
  [name]: { __typename: "ScreeningCasePayload", screeningCase: found(more), userErrors: [] },
});

test("C18: the evidence stands side by side with the alike words marked, and the match is approved with a reason", async () => {
  const decided = { state: "APPROVED", isOverdue: false, decidedBy: "Olivia", decidedAt: "2026-11-20T10:30:00.000Z" };
  const { sent } = await renderPage(<ScreeningCasePage />, {
    ...place,
    operations: operations({ ApproveScreeningCase: answered("approveScreeningCase", { ...decided, reason: "Other" }) }),
  });
  const listed = within(await screen.findByRole("region", { name: "Listed party" }));
  expect(listed.getAllByText(/^(Denied|Trading)$/).map(({ tagName }) => tagName)).toEqual(["MARK", "MARK"]);
  const own = within(screen.getByRole("region", { name: "Customer" }));
  expect(own.getByText("Dénied").tagName).toBe("MARK");
  expect(screen.getByText("Open, overdue")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Approve" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByRole("textbox"), "Other");
  await userEvent.click(dialog.getByRole("button", { name: "Approve" }));
  expect(await screen.findByText("Approved")).toBeVisible();
  expect(sent.find(({ name }) => name === "ApproveScreeningCase")?.variables).toEqual({
    input: { id: "scc_1", version: 4, reason: "Other" },
  });
});

test("who has confirmed a match cannot be the second person, and who may not review is told so", async () => {
  await renderPage(<ScreeningCasePage />, {
    ...place,
    operations: operations({
      ScreeningCasePage: { screeningCase: found({ state: "CONFIRMING", isConfirmedByMe: true }) },
    }),
  });
  const confirm = await screen.findByRole("button", { name: "Confirm the match" });
  expect(confirm).toHaveAttribute("aria-disabled", "true");
  expect(confirm).toHaveAccessibleDescription(/second person/);
});

test("C22: policies and lists are read in a tab of their own", async () => {
  await renderPage(<ScreeningCasePage />, { ...place, role: "AGENT", operations: operations() });
  const link = await screen.findByRole("link", { name: "Our policy" });
  expect([link.getAttribute("href"), link.getAttribute("target")]).toEqual(["https://tierline.test/policy", "_blank"]);
  expect(screen.getByRole("button", { name: "Approve" })).toHaveAttribute("aria-disabled", "true");
});

test("C19: the queue shows what is overdue, and how reviewing goes", async () => {
  const { sent } = await renderPage(<ScreeningQueuePage />, {
    operations: {
      ScreeningFigures: {
        screeningFigures: { __typename: "ScreeningFigures", undecided: 2, overdue: 1, medianMinutes: 25 },
      },
      ScreeningCaseList: {
        screeningCases: {
          __typename: "ScreeningCaseConnection",
          nodes: [found()],
          pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
          totalCount: { __typename: "TotalCount", value: 1, isEstimate: false },
        },
      },
    },
  });
  expect(await screen.findByRole("link", { name: /Dénied Trading/ })).toHaveAttribute(
    "href",
    "/r/acme/screening/scc_1",
  );
  expect(screen.getByText(/1 overdue · usually decided after 25 minutes/)).toBeVisible();
  await userEvent.click(screen.getByRole("radio", { name: "Overdue" }));
  expect(sent.findLast(({ name }) => name === "ScreeningCaseList")?.variables).toMatchObject({
    filter: { state: ["OPEN", "CONFIRMING"], isOverdue: true },
  });
});

test("a list is handed in file by file and imported whole, or each wrong line is told", async () => {
  const handedIn: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    handedIn.push(url);
    return new Response(JSON.stringify({ id: `sfl_${handedIn.length}`, bytes: 3 }), { status: 200 });
  });
  const problems = [{ __typename: "ScreeningFileProblem", file: "alt.csv", line: 2, message: "Not a row." }];
  const refused = { __typename: "ImportScreeningListPayload", version: null, isNew: false, problems, userErrors: [] };
  const { sent } = await renderPage(<ScreeningListsPage />, {
    role: "OPERATOR",
    operations: {
      ...noSources,
      ScreeningLists: { screeningLists: [] },
      ImportScreeningList: { importScreeningList: refused },
    },
  });
  expect(await screen.findByText(/nobody can be screened/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Import a list" }));
  const dialog = within(await screen.findByRole("dialog"));
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!; // the dialog has one
  await userEvent.upload(input, [new File(["a"], "sdn.csv"), new File(["b"], "alt.csv")]);
  await userEvent.click(dialog.getByRole("button", { name: "Import" }));
  expect(await dialog.findByRole("alert")).toHaveTextContent("alt.csv, line 2: Not a row.");
  expect(handedIn).toEqual(["/screening-files?fileName=sdn.csv", "/screening-files?fileName=alt.csv"]);
  expect(sent.find(({ name }) => name === "ImportScreeningList")?.variables).toEqual({
    input: { list: "OFAC_SDN", fileIds: ["sfl_1", "sfl_2"], isShrinkMeant: false },
  });
});

const source = (more: object = {}) => ({
  __typename: "ScreeningListSource",
  list: "DPL",
  urls: ["https://lists.example/dpl.csv"],
  everyHours: 24,
  isFetching: false,
  nextAt: "2026-11-21T10:00:00.000Z",
  triedAt: "2026-11-20T10:00:00.000Z",
  outcome: "FAILED",
  takenAt: "2026-11-19T10:00:00.000Z",
  failingSince: "2026-11-20T10:00:00.000Z",
  failure: "HTTP endpoint refused: status 503",
  wouldShrink: false,
  version: 2,
  ...more,
});

test("a list that could not be fetched says why, and is fetched again at once or from elsewhere", async () => {
  const payload = (name: string, more: object) => ({
    [name]: { __typename: "ScreeningListSourcePayload", userErrors: [], ...more },
  });
  const wrong = { __typename: "UserError", code: "INVALID", message: "Not there.", path: ["urls", "0"] };
  const { sent } = await renderPage(<ScreeningListsPage />, {
    role: "OPERATOR",
    operations: {
      ScreeningLists: { screeningLists: [] },
      ScreeningListSources: { screeningListSources: [source()] },
      FetchScreeningList: payload("fetchScreeningList", { source: source({ isFetching: true }) }),
      SetScreeningListSource: payload("setScreeningListSource", { source: null, userErrors: [wrong] }),
    },
  });
  expect(await screen.findByText(/status 503/)).toBeVisible();
  expect(screen.getAllByText("Handed in by people")).toHaveLength(2);
  await userEvent.click(screen.getByRole("button", { name: "Fetch now: Denied Persons List" }));
  expect(sent.find(({ name }) => name === "FetchScreeningList")?.variables).toEqual({
    input: { list: "DPL", isShrinkMeant: false },
  });
  await userEvent.click(screen.getByRole("button", { name: "Change: Denied Persons List" }));
  const dialog = within(await screen.findByRole("dialog"));
  const address = dialog.getByRole("textbox", { name: "Address" });
  await userEvent.clear(address);
  await userEvent.type(address, "https://10.0.0.1/");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(sent.find(({ name }) => name === "SetScreeningListSource")?.variables).toEqual({
    input: { list: "DPL", version: 2, urls: ["https://10.0.0.1/"], everyHours: 24 },
  });
  expect(address).toHaveAccessibleDescription("Not there.");
});

test("C22: the operator says how much alike is a match and which policies are linked", async () => {
  const settings = { __typename: "ScreeningSettings", version: 3, threshold: 880, thresholdWithCountry: 800, links };
  const wrong = { __typename: "UserError", code: "INVALID", message: "Not a link.", path: ["links", "1", "url"] };
  const { sent } = await renderPage(<ScreeningListsPage />, {
    role: "OPERATOR",
    operations: {
      ...noSources,
      ScreeningLists: { screeningLists: [] },
      ScreeningSettings: { screeningSettings: settings },
      SetScreeningSettings: {
        setScreeningSettings: { __typename: "ScreeningSettingsPayload", settings: null, userErrors: [wrong] },
      },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Settings" }));
  const dialog = within(await screen.findByRole("dialog"));
  const threshold = await dialog.findByRole("textbox", { name: "Alike from" });
  await userEvent.clear(threshold);
  await userEvent.type(threshold, "91.5");
  await userEvent.click(dialog.getByRole("button", { name: "Add a link" }));
  await userEvent.type(dialog.getByRole("textbox", { name: "Title of link 2" }), "Ours");
  await userEvent.type(dialog.getByRole("textbox", { name: "Address of link 2" }), "http://x");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(sent.find(({ name }) => name === "SetScreeningSettings")?.variables).toEqual({
    input: {
      version: 3,
      threshold: 915,
      thresholdWithCountry: 800,
      links: [
        { title: "Our policy", url: "https://tierline.test/policy" },
        { title: "Ours", url: "http://x" },
      ],
    },
  });
  expect(dialog.getByRole("textbox", { name: "Address of link 2" })).toHaveAccessibleDescription("Not a link.");
});
