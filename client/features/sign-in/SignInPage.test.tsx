import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { GraphQLError } from "graphql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { renderPage, type Answer } from "../../testkit/render-page.tsx";
import { SignInPage } from "./SignInPage.tsx";

const owner = { email: "owner@acme.test", name: "Olivia Grant", role: "RESELLER_OWNER" };

beforeEach(() => void vi.stubGlobal("fetch", async () => new Response("", { status: 404 })));
afterEach(() => void vi.unstubAllGlobals());

function refused(code: string, path: string[] | null = null) {
  const userErrors = [{ __typename: "RuleError", code, message: "(server)", path }];
  return { signIn: { viewer: null, secondFactor: null, userErrors } };
}

const user = { __typename: "User", id: "usr_1", email: "owner@acme.test" };
const acceptedAs = (customer: object | null, mustChangePassword = false) => ({
  signIn: {
    viewer: {
      __typename: "Viewer",
      reseller: { __typename: "Reseller", id: "rsl_acme", key: "acme" },
      customer,
      user,
      mustChangePassword,
    },
    secondFactor: null,
    userErrors: [],
  },
});
const accepted = acceptedAs(null);

async function signIn(answer: Answer, at = "/sign-in") {
  const page = await renderPage(<SignInPage />, { route: "/sign-in", at, operations: { SignIn: answer } });
  await userEvent.type(await screen.findByRole("textbox", { name: "E-mail" }), " owner@acme.test ");
  await userEvent.type(screen.getByLabelText("Password"), "secret");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  return page;
}

test("whoever signs in comes back to the place they were sent away from", async () => {
  const page = await signIn(accepted, "/sign-in?next=%2Fr%2Facme%2Fruns%3Fstate%3DFAILED");
  await vi.waitFor(() => expect(page.address()).toBe("/r/acme/runs?state=FAILED"));
  expect(page.sent).toEqual([
    { name: "SignIn", variables: { input: { email: "owner@acme.test", password: "secret" } } },
  ]);
});

test.each(["https://elsewhere.test/", "//elsewhere.test", "/r//elsewhere.test", "/r/\\elsewhere.test"])(
  "an address of another site leads home instead: %s",
  async (next) => {
    const page = await signIn(accepted, `/sign-in?next=${encodeURIComponent(next)}`);
    await vi.waitFor(() => expect(page.address()).toBe("/r/acme"));
  },
);

test.each([
  ["", "/portal"],
  ["/portal/services/svc_1", "/portal/services/svc_1"],
  ["/r/acme/services", "/portal"],
])("a customer's person who was going to %j lands at %s", async (next, place) => {
  const customer = { __typename: "Customer", id: "cus_789" };
  const page = await signIn(acceptedAs(customer), `/sign-in?next=${encodeURIComponent(next)}`);
  await vi.waitFor(() => expect(page.address()).toBe(place));
});

test("staff who were going to the portal land in their console", async () => {
  const page = await signIn(accepted, "/sign-in?next=%2Fportal%2Fservices");
  await vi.waitFor(() => expect(page.address()).toBe("/r/acme"));
});

test("an unknown e-mail and a wrong password are refused alike, and what was typed stays", async () => {
  const page = await signIn(refused("SIGN_IN_REFUSED"));
  expect(await screen.findByRole("alert")).toHaveTextContent("E-mail and password do not match.");
  expect(screen.getByLabelText("Password")).toHaveValue("secret");
  expect(page.address()).toBe("/sign-in");
});

test("too many attempts say when to try again", async () => {
  await signIn(new GraphQLError("(server)", { extensions: { code: "RATE_LIMITED", retryAfterSeconds: 42 } }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Try again in 42 seconds.");
});

test("an e-mail that several resellers know asks at which", async () => {
  const page = await signIn(({ input }) =>
    (input as { resellerKey?: string }).resellerKey === "beta" ? accepted : refused("REQUIRED", ["resellerKey"]),
  );
  await userEvent.type(await screen.findByRole("textbox", { name: "Reseller key" }), "beta");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  await vi.waitFor(() => expect(page.address()).toBe("/r/acme"));
});

test("in the demo world its people are one click away", async () => {
  vi.stubGlobal("fetch", async () => Response.json([owner]));
  const page = await renderPage(<SignInPage />, {
    route: "/sign-in",
    at: "/sign-in",
    operations: { SignIn: accepted },
  });
  await userEvent.click(await screen.findByRole("button", { name: /Olivia Grant/ }));
  await vi.waitFor(() => expect(page.address()).toBe("/r/acme"));
  expect(page.sent[0]?.variables).toEqual({ input: { email: "owner@acme.test", password: "demo-tierline" } });
});

test("where there is no demo world, none is offered", async () => {
  await renderPage(<SignInPage />, { route: "/sign-in", at: "/sign-in" });
  expect(await screen.findByRole("button", { name: "Sign in" })).toBeInTheDocument();
  expect(screen.queryByRole("heading", { name: "Demo world" })).not.toBeInTheDocument();
});

const asked = {
  signIn: {
    viewer: null,
    secondFactor: { __typename: "SecondFactorAsked", token: "t1", kinds: ["TOTP"], passkeyOptions: null },
    userErrors: [],
  },
};

test("who has a second factor is asked for its code; a wrong one is said at the field and stays to be mended", async () => {
  const wrong = { __typename: "RuleError", code: "INVALID", message: "This code is not right.", path: ["code"] };
  const page = await renderPage(<SignInPage />, {
    route: "/sign-in",
    at: "/sign-in?next=%2Fr%2Facme%2Fruns",
    operations: {
      SignIn: asked,
      CompleteSignIn: ({ input }) =>
        (input as { code: string }).code === "123456"
          ? { completeSignIn: accepted.signIn }
          : { completeSignIn: { viewer: null, secondFactor: null, userErrors: [wrong] } },
    },
  });
  await userEvent.type(await screen.findByRole("textbox", { name: "E-mail" }), "owner@acme.test");
  await userEvent.type(screen.getByLabelText("Password"), "secret{Enter}");
  const code = await screen.findByRole("textbox", { name: "Code from your app" });
  expect(code).toHaveFocus();
  expect(code).toHaveAttribute("autocomplete", "one-time-code");
  await userEvent.type(code, "12345{Enter}");
  await vi.waitFor(() => expect(code).toHaveAccessibleDescription(/This code is not right\./));
  await userEvent.type(code, "6{Enter}");
  await vi.waitFor(() => expect(page.address()).toBe("/r/acme/runs"));
  expect(page.sent.at(-1)).toEqual({ name: "CompleteSignIn", variables: { input: { token: "t1", code: "123456" } } });
});

test("who has lost the app takes a recovery code, and who was wrong goes back", async () => {
  const page = await signIn(asked);
  await userEvent.click(await screen.findByRole("button", { name: "Use a recovery code" }));
  expect(screen.getByRole("textbox", { name: "Recovery code" })).toHaveFocus();
  await userEvent.click(screen.getByRole("button", { name: "Back" }));
  expect(await screen.findByRole("textbox", { name: "E-mail" })).toHaveValue("owner@acme.test");
  expect(page.address()).toBe("/sign-in");
});

test("T7: who was given a password sets one of their own before they are let in", async () => {
  const short = {
    __typename: "RuleError",
    code: "INVALID",
    message: "Too many people use this.",
    path: ["newPassword"],
  };
  const page = await renderPage(<SignInPage />, {
    route: "/sign-in",
    at: "/sign-in",
    operations: {
      SignIn: acceptedAs({ __typename: "Customer", id: "cus_1" }, true),
      SetOwnPassword: ({ input }) => ({
        changePassword: {
          userErrors: (input as { newPassword: string }).newPassword === "passwordpassword" ? [short] : [],
        },
      }),
    },
  });
  await userEvent.type(await screen.findByRole("textbox", { name: "E-mail" }), "jane@johnson.test");
  await userEvent.type(screen.getByLabelText("Password"), "Given!2345{Enter}");
  expect(await screen.findByRole("heading", { name: "Choose your own password" })).toBeVisible();
  await userEvent.type(screen.getByLabelText("New password"), "passwordpassword");
  await userEvent.type(screen.getByLabelText("Once more"), "passwordpassword{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("Too many people use this.");
  await userEvent.clear(screen.getByLabelText("New password"));
  await userEvent.clear(screen.getByLabelText("Once more"));
  await userEvent.type(screen.getByLabelText("New password"), "nine brown otters asleep");
  await userEvent.type(screen.getByLabelText("Once more"), "nine brown otters asleep{Enter}");
  await vi.waitFor(() => expect(page.address()).toBe("/portal"));
  expect(page.sent.at(-1)?.variables).toEqual({
    input: { currentPassword: "Given!2345", newPassword: "nine brown otters asleep" },
  });
});
