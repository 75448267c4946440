import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { renderPage, type RenderOptions } from "../../testkit/render-page.tsx";
import { pageOfNodes, person, role } from "./people-fixtures.ts";
import { PeoplePage } from "./PeoplePage.tsx";
import { PersonPage } from "./PersonPage.tsx";
import { RolesPage } from "./RolesPage.tsx";

beforeEach(() => sessionStorage.clear());

const invited = person({ id: "usr_3", name: "Ivo Invited", email: "ivo@acme.test", state: "INVITED" });
const roles = {
  roles: pageOfNodes("CustomRoleConnection", [
    role(),
    role({ id: "rol_2", name: "Keeper", permissions: ["playbook.edit"] }),
  ]),
};
const common: RenderOptions["operations"] = {
  PeopleList: {
    users: pageOfNodes("UserConnection", [person({ roles: [{ id: "rol_1", name: "Run reader" }] }), invited]),
  },
  RolesToGive: roles,
  RoleList: roles,
  ResellersToInviteTo: { resellers: { __typename: "ResellerConnection", nodes: [] } },
  CustomersToName: {
    customers: {
      __typename: "CustomerConnection",
      nodes: [{ __typename: "Customer", id: "cus_1", label: "John Smith (ID: 123)" }],
    },
  },
};

test("people are listed with their rights and whether they have accepted", async () => {
  await renderPage(<PeoplePage />, { role: "RESELLER_OWNER", operations: common });
  expect(await screen.findByRole("row", { name: /Nina New.*Member, Run reader.*All.*Active.*Never/ })).toBeVisible();
  expect(screen.getByRole("row", { name: /Ivo Invited.*Invited/ })).toBeVisible();
});

test("MX7: a technician is invited with the customers named; what one lacks oneself cannot be given", async () => {
  const sentInput = { inviteUser: { __typename: "UserPayload", user: invited, userErrors: [] } };
  const { sent } = await renderPage(<PeoplePage />, {
    role: "RESELLER_OWNER",
    operations: { ...common, InviteUser: sentInput },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Invite" }));
  const dialog = await screen.findByRole("dialog", { name: "Invite a person" });
  await userEvent.type(within(dialog).getByRole("textbox", { name: "Name" }), "Ivo");
  await userEvent.type(within(dialog).getByRole("textbox", { name: "E-mail" }), "ivo@acme.test ");
  await userEvent.click(await within(dialog).findByRole("combobox", { name: "Own roles" }));
  expect(await screen.findByRole("option", { name: "Keeper (more than your own rights)" })).toHaveAttribute(
    "data-combobox-disabled",
    "true",
  );
  await userEvent.click(screen.getByRole("option", { name: "Run reader" }));
  await userEvent.click(within(dialog).getByRole("checkbox", { name: "Sees only the customers named" }));
  await userEvent.click(await within(dialog).findByRole("combobox", { name: "Customers" }));
  await userEvent.click(await screen.findByRole("option", { name: "John Smith (ID: 123)" }));
  await userEvent.click(within(dialog).getByRole("button", { name: "Send the invitation" }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === "InviteUser")?.variables["input"]).toEqual({
      name: "Ivo",
      email: "ivo@acme.test",
      role: "MEMBER",
      resellerId: "rsl_acme",
      roleIds: ["rol_1"],
      namedCustomerIds: ["cus_1"],
      idempotencyKey: expect.any(String),
    }),
  );
});

test("an agent sees who works here and invites nobody", async () => {
  await renderPage(<PeoplePage />, { role: "AGENT", operations: common });
  expect(await screen.findByRole("button", { name: "Invite" })).toHaveAttribute("aria-disabled", "true");
});

function showPerson(of: ReturnType<typeof person>, operations: RenderOptions["operations"] = {}) {
  const page = { user: { ...of, sessions: [], activity: { __typename: "AuditEntryConnection", nodes: [] } } };
  return renderPage(<PersonPage />, {
    role: "RESELLER_OWNER",
    at: "/r/acme/people/usr_2",
    route: "/r/$reseller/people/$person",
    operations: { ...common, PersonPage: page, ...operations },
  });
}

test("who may more than oneself is left alone, and the reason is said", async () => {
  await showPerson(person({ isWithinMyRights: false }));
  for (const name of ["Edit", "Disable"]) {
    const button = await screen.findByRole("button", { name });
    expect(button).toHaveAttribute("aria-disabled", "true");
    expect(button).toHaveAccessibleDescription("They may more than you. Ask somebody with more rights.");
  }
});

test("disabling is asked once more, and a refusal is said in the server's words", async () => {
  const message = "They are the last one who can run this reseller. Invite another owner first.";
  const userErrors = [{ __typename: "RuleError", code: "LAST_OWNER", message, path: ["id"] }];
  const { sent } = await showPerson(person(), {
    DisableUser: { disableUser: { __typename: "UserPayload", user: null, userErrors } },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Disable" }));
  const dialog = await screen.findByRole("dialog", { name: "Disable Nina New?" });
  await userEvent.click(within(dialog).getByRole("button", { name: "Disable" }));
  expect(await within(dialog).findByText(message)).toBeVisible();
  expect(sent.find(({ name }) => name === "DisableUser")?.variables).toEqual({ input: { id: "usr_2" } });
});

test("a role is made of what one holds; the rest is there, locked, with the reason", async () => {
  const { sent } = await renderPage(<RolesPage />, {
    role: "RESELLER_OWNER",
    operations: { ...common, CreateRole: { createRole: { __typename: "RolePayload", role: role(), userErrors: [] } } },
  });
  await userEvent.click(await screen.findByRole("button", { name: "New role" }));
  const dialog = await screen.findByRole("dialog", { name: "New role" });
  const locked = within(dialog).getByRole("checkbox", { name: "Edit playbooks" });
  expect(locked).toBeDisabled();
  expect(locked).toHaveAccessibleDescription("You do not hold this yourself");
  await userEvent.type(within(dialog).getByRole("textbox", { name: "Name" }), "Reader");
  await userEvent.click(within(dialog).getByRole("checkbox", { name: "View runs" }));
  await userEvent.click(within(dialog).getByRole("button", { name: "Create role" }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === "CreateRole")?.variables["input"]).toEqual({
      name: "Reader",
      permissions: ["run.view"],
      idempotencyKey: expect.any(String),
    }),
  );
});
