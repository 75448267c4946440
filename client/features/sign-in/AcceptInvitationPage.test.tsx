import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { AcceptInvitationPage } from "./AcceptInvitationPage.tsx";

const invitation = { __typename: "Invitation", name: "Nina New", email: "nina@acme.test", resellerName: "Acme" };
const refused = {
  __typename: "RuleError",
  code: "INVALID",
  message: "Too many people use this password.",
  path: ["password"],
};

beforeEach(() => window.history.replaceState(null, "", "/accept-invitation#the-token"));

test("MX8: the token is taken out of the address, and a password that is refused can be mended", async () => {
  const { sent } = await renderPage(<AcceptInvitationPage />, {
    route: "/accept-invitation",
    at: "/accept-invitation",
    operations: {
      InvitationOfLink: { invitation },
      AcceptInvitation: {
        acceptInvitation: { __typename: "AcceptInvitationPayload", viewer: null, userErrors: [refused] },
      },
    },
  });
  expect(await screen.findByText("Nina New, you are invited to work at Acme. Choose a password.")).toBeVisible();
  expect(window.location.hash).toBe("");
  await userEvent.type(screen.getByLabelText("New password"), "passwordpassword");
  await userEvent.type(screen.getByLabelText("Once more"), "passwordpassword");
  await userEvent.click(screen.getByRole("button", { name: "Set password and sign in" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Too many people use this password.");
  expect(sent).toEqual([
    { name: "InvitationOfLink", variables: { token: "the-token" } },
    { name: "AcceptInvitation", variables: { input: { token: "the-token", password: "passwordpassword" } } },
  ]);
});

test("a link that does not work any more says what to do", async () => {
  await renderPage(<AcceptInvitationPage />, {
    route: "/accept-invitation",
    at: "/accept-invitation",
    operations: { InvitationOfLink: { invitation: null } },
  });
  expect(await screen.findByText(/This invitation does not work any more/)).toBeVisible();
});
