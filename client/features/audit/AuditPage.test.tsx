import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, type RenderOptions } from "../../testkit/render-page.tsx";
import { AuditPage } from "./AuditPage.tsx";

const tier = (key: string, name: string) => ({ __typename: "TierNode", id: `rsl_${key}`, key, name });
const entry = {
  __typename: "AuditEntry",
  id: "aud_1",
  at: "2026-11-20T10:00:00.000Z",
  actor: "Olive Owner",
  actorId: "usr_2" as string | null,
  onBehalfOf: "AcmeNorth" as string | null,
  channel: "API",
  operation: "customer.update",
  permissionTitle: null,
  subject: "John Smith (ID: 123)",
  subjectId: "cus_123" as string | null,
  note: null,
  outcome: "DONE",
  code: null as string | null,
  attempts: 1,
  requestId: "0192aaaa-0000-7000-8000-000000000001",
  ip: "192.0.2.9",
  changes: [{ __typename: "FieldChange", field: "phone", before: "+441", after: "+442" }],
  tierPath: [tier("tierline", "Tierline"), tier("nord", "Nord"), tier("acme", "Acme"), tier("acme-north", "AcmeNorth")],
};
const refused = {
  ...entry,
  id: "aud_2",
  operation: "suspendReseller",
  permissionTitle: null,
  outcome: "REFUSED",
  code: "FORBIDDEN",
  attempts: 7,
  actorId: null,
  subjectId: null,
  onBehalfOf: null,
  changes: [],
};

const page = (nodes: readonly object[], end: { more?: boolean; searchedBackTo?: string } = {}) => ({
  auditEntries: {
    __typename: "AuditEntryConnection",
    nodes,
    pageInfo: { __typename: "PageInfo", endCursor: "c1", hasNextPage: end.more ?? false },
    searchedBackTo: end.searchedBackTo ?? null,
  },
});
const people = {
  users: { __typename: "UserConnection", nodes: [{ __typename: "User", id: "usr_2", name: "Olive Owner" }] },
};

const show = (at: string, operations: RenderOptions["operations"], role: RenderOptions["role"] = "RESELLER_OWNER") =>
  renderPage(<AuditPage />, {
    route: "/r/$reseller/audit",
    at,
    role,
    operations: { AuditPeople: people, ...operations },
  });

test("rel-R20: an entry opened tells who, for whom, from where, before and after, and leads to the thing", async () => {
  const shown = await show("/r/acme/audit", { AuditTrail: page([entry, refused]) });
  const user = userEvent.setup();
  const row = await screen.findByRole("row", { name: /Customer changed/ });
  expect(row).toHaveTextContent("Olive Owner for AcmeNorth");
  expect(screen.getByRole("row", { name: /suspendReseller/ })).toHaveTextContent("Refused");
  await user.click(within(row).getByRole("button", { name: "Customer changed" }));
  expect(shown.address()).toBe("/r/acme/audit?entry=aud_1");
  const dialog = await screen.findByRole("dialog", { name: "Audit entry" });
  for (const text of ["+441", "+442", "192.0.2.9", entry.requestId]) expect(dialog).toHaveTextContent(text);
  expect(within(dialog).getByRole("link", { name: "John Smith (ID: 123)" })).toHaveAttribute(
    "href",
    "/r/acme/customers/cus_123",
  );
  await user.click(within(dialog).getByRole("button", { name: "Only these: Who" }));
  expect(shown.address()).toBe("/r/acme/audit?actor=usr_2");
  await waitFor(() => expect(shown.sent.at(-1)?.variables["filter"]).toEqual({ actor: "usr_2" }));
});

test("a link to an entry that the list does not show opens it, and what is none says so", async () => {
  const shown = await show("/r/acme/audit?entry=aud_2", { AuditTrail: page([]), AuditEntryView: { node: refused } });
  const dialog = await screen.findByRole("dialog", { name: "Audit entry" });
  expect(await within(dialog).findByText("FORBIDDEN, 7 times")).toBeInTheDocument();
  expect(dialog).toHaveTextContent("It was refused, so nothing was changed.");
  shown.unmount();
  await show("/r/acme/audit?entry=aud_9", { AuditTrail: page([]), AuditEntryView: { node: null } });
  expect(await screen.findByText("There is no such entry")).toBeInTheDocument();
});

test("the address says which entries are shown, and the file holds the same", async () => {
  const filters =
    "search=john&outcome=DONE&channel=API&operation=customer.update&behalf=AcmeNorth&from=2026-03-29&to=2026-03-29";
  const shown = await show(`/r/acme/audit?${filters}`, { AuditTrail: page([]) });
  expect(await screen.findByText("Nothing matches")).toBeInTheDocument();
  const filter = {
    search: "john",
    outcome: "DONE",
    channel: "API",
    operation: "customer.update",
    onBehalfOf: "AcmeNorth",
    from: "2026-03-29T00:00:00.000Z",
    to: "2026-03-29T23:00:00.000Z", // London's clocks went forward
  };
  expect(shown.sent.find(({ name }) => name === "AuditTrail")?.variables["filter"]).toEqual(filter);
  const href = screen.getByRole("link", { name: "Export as CSV" }).getAttribute("href") ?? "";
  expect(href.split("?")[0]).toBe("/audit.csv");
  expect(Object.fromEntries(new URLSearchParams(href.split("?")[1]))).toEqual({
    ...filter,
    "tierline-on-behalf-of": "acme",
  });
  await userEvent.click(screen.getByRole("button", { name: "Clear all filters" }));
  expect(shown.address()).toBe("/r/acme/audit");
});

test("a search that read a part of the trail says how far back, and goes on when it is told to", async () => {
  const shown = await show("/r/acme/audit?search=olive", {
    AuditTrail: ({ after }) =>
      after === undefined ? page([], { more: true, searchedBackTo: "2026-11-03T10:22:00.000Z" }) : page([entry]),
  });
  expect(await screen.findByText("Searched back to 3 Nov 2026, 10:22.")).toBeInTheDocument();
  expect(screen.getByText("Nothing found so far")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Search further" }));
  expect(await screen.findByRole("row", { name: /Customer changed/ })).toBeInTheDocument();
  expect(screen.queryByText(/Searched back/)).toBeNull();
  expect(shown.sent.at(-1)?.variables["after"]).toBe("c1");
});

test("who may not see the trail is told so, and who may not take it away cannot", async () => {
  const shown = await show("/r/acme/audit", {}, "MEMBER");
  expect(await screen.findByText(/You need the permission “View the audit trail”/)).toBeInTheDocument();
  expect(shown.sent).toEqual([]);
  shown.unmount();
  await show("/r/acme/audit", { AuditTrail: page([entry]) }, "AGENT");
  expect(await screen.findByRole("button", { name: "Export as CSV" })).toHaveAttribute("aria-disabled", "true");
});
