import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { GraphQLError } from "graphql";
import { afterEach, expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { SignUpPage } from "./SignUpPage.tsx";

afterEach(() => window.history.replaceState(null, "", "/"));

const asks = {
  __typename: "SignUpForm",
  isOpen: true,
  address: "OPTIONAL",
  phone: "OFF",
  company: "REQUIRED",
  termsUrl: "https://acme.example/terms",
};
const started = (more: object = {}) => ({
  startedSignUp: { __typename: "StartedSignUp", email: "jo@je.test", isTaken: false, isDone: false, ...more },
  openSignUpForm: asks,
});
const refused = (code: string, message: string, path: string[]) => ({ __typename: "RuleError", code, message, path });
const at = (token: string): void => window.history.replaceState(null, "", `/sign-up#${token}`);

test("VX2: the link goes to an address that was typed twice; the answer tells nothing of who has it", async () => {
  const answers = [[refused("INVALID", "The two differ", ["emailAgain"])], []];
  const { sent } = await renderPage(<SignUpPage />, {
    operations: {
      OpenSignUpForm: { openSignUpForm: asks },
      StartSignUp: () => ({ startSignUp: { __typename: "SignUpPayload", userErrors: answers.shift() } }),
    },
  });
  await userEvent.type(await screen.findByRole("textbox", { name: /^E-mail$/ }), "jo@je.test");
  await userEvent.type(screen.getByRole("textbox", { name: /once more/ }), "jo@je.tes");
  await userEvent.click(screen.getByRole("button", { name: "Send me the link" }));
  expect(await screen.findByText("The two differ")).toBeVisible();
  await userEvent.type(screen.getByRole("textbox", { name: /once more/ }), "t");
  await userEvent.click(screen.getByRole("button", { name: "Send me the link" }));
  expect(await screen.findByText(/If jo@je.test can be used here/)).toBeVisible();
  expect(sent.at(-1)?.variables["input"]).toEqual({ email: "jo@je.test", emailAgain: "jo@je.test" });
});

test("nobody is asked for anything where nobody can sign up", async () => {
  await renderPage(<SignUpPage />, { operations: { OpenSignUpForm: { openSignUpForm: null } } });
  expect(await screen.findByText(/Nobody can sign up here/)).toBeVisible();
  expect(screen.queryByRole("textbox")).toBeNull();
});

test("VX2: what the reseller asks for is asked, by the country's own words; what is wrong stands on its field and nothing is lost", async () => {
  at("of-a-mail");
  const answers = [[refused("REQUIRED", "A company has a name", ["company"])], []];
  const { sent } = await renderPage(<SignUpPage />, {
    operations: {
      StartedSignUp: started(),
      SignUp: () => ({ signUp: { __typename: "SignUpPayload", userErrors: answers.shift() } }),
    },
  });
  await userEvent.type(await screen.findByRole("textbox", { name: "First name" }), "Jo");
  await userEvent.type(screen.getByRole("textbox", { name: "Last name" }), "Silva");
  expect(screen.queryByRole("textbox", { name: "Phone" })).toBeNull();
  await userEvent.click(screen.getByRole("combobox", { name: "Country" }));
  await userEvent.click(await screen.findByRole("option", { name: "Brazil" }));
  expect(screen.getByRole("textbox", { name: "CPF" })).toBeVisible();
  await userEvent.type(screen.getByLabelText(/^Password\b(?! once)/, { selector: "input" }), "a sentence to remember");
  await userEvent.click(screen.getByRole("button", { name: "Sign up" }));
  expect(await screen.findByText("A company has a name")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "First name" })).toHaveValue("Jo");
  await userEvent.type(screen.getByRole("textbox", { name: "Company" }), "Silva Ltda");
  expect(screen.getByRole("textbox", { name: "CNPJ" })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Sign up" }));
  expect(await screen.findByText(/a mail tells you when you can sign in/)).toBeVisible();
  expect(sent.at(-1)?.variables["input"]).toMatchObject({
    token: "of-a-mail",
    company: "Silva Ltda",
    country: "BR",
    address: null,
  });
  expect(window.location.hash).toBe("");
});

test("a link that leads nowhere says why, and where another one is asked for", async () => {
  at("too-old");
  const error = new GraphQLError("The link has expired.", { extensions: { code: "EXPIRED" } });
  await renderPage(<SignUpPage />, { operations: { StartedSignUp: error } });
  expect(await screen.findByText("The link has expired.")).toBeVisible();
  expect(screen.getByRole("link", { name: "Ask for another link" })).toHaveAttribute("href", "/sign-up");
});
