import { screen, waitFor } from "@testing-library/react";
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

test("a link that leads nowhere says why, and another one is asked for in its place", async () => {
  at("too-old");
  const error = new GraphQLError("The link has expired.", { extensions: { code: "EXPIRED" } });
  await renderPage(<SignUpPage />, {
    operations: { StartedSignUp: error, OpenSignUpForm: { openSignUpForm: asks } },
  });
  expect(await screen.findByText("The link has expired.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Ask for another link" }));
  expect(await screen.findByRole("button", { name: "Send me the link" })).toBeVisible();
});

test("what goes wrong on the way is no dead link: it is asked again with the same one", async () => {
  at("of-a-mail");
  const answers = [new Error("offline"), new GraphQLError("Too often", { extensions: { code: "RATE_LIMITED" } })];
  const { sent } = await renderPage(<SignUpPage />, {
    operations: { StartedSignUp: () => answers.shift() ?? started() },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Too often")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Ask for another link" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("textbox", { name: "First name" })).toBeVisible();
  expect(sent.map(({ variables }) => variables["token"])).toEqual(["of-a-mail", "of-a-mail", "of-a-mail"]);
});

async function choose(country: string): Promise<void> {
  await userEvent.click(screen.getByRole("combobox", { name: "Country" }));
  await userEvent.click(await screen.findByRole("option", { name: country }));
}

test("what another country has hidden is not sent, and a refusal of what nobody sees is told above the form", async () => {
  at("of-a-mail");
  const answers = [[refused("INVALID", "There are no such numbers there", ["taxNumber"])], []];
  const { sent } = await renderPage(<SignUpPage />, {
    operations: {
      StartedSignUp: started(),
      SignUp: () => ({ signUp: { __typename: "SignUpPayload", userErrors: answers.shift() } }),
    },
  });
  await screen.findByRole("textbox", { name: "First name" });
  await choose("Brazil");
  await userEvent.type(screen.getByRole("textbox", { name: "CPF" }), "529.982.247-25");
  await userEvent.type(screen.getByRole("textbox", { name: /^Estado|^State/ }), "SP");
  await choose("Germany");
  await userEvent.click(screen.getByRole("button", { name: "Sign up" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("There are no such numbers there");
  expect(sent.at(-1)?.variables["input"]).toMatchObject({ taxNumber: null, address: null });
});

test("who signs in there already, or has signed up by that link, is told so", async () => {
  at("of-a-mail");
  const { unmount } = await renderPage(<SignUpPage />, { operations: { StartedSignUp: started({ isTaken: true }) } });
  expect(await screen.findByText(/jo@je.test signs in here already/)).toBeVisible();
  unmount();
  at("of-a-mail");
  await renderPage(<SignUpPage />, { operations: { StartedSignUp: started({ isDone: true }) } });
  expect(await screen.findByText(/a mail tells you when you can sign in/)).toBeVisible();
});

test("a sign-up that did not get through keeps what was typed, and asks before it is left", async () => {
  at("of-a-mail");
  const { address } = await renderPage(<SignUpPage />, {
    operations: { StartedSignUp: started(), SignUp: new Error("offline") },
  });
  await userEvent.type(await screen.findByRole("textbox", { name: "First name" }), "Jo");
  await userEvent.click(screen.getByRole("button", { name: "Sign up" }));
  expect(await screen.findByRole("alert")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "First name" })).toHaveValue("Jo");
  const before = address();
  await userEvent.click(screen.getByRole("link", { name: "I am a customer already" }));
  expect(await screen.findByRole("dialog")).toBeVisible();
  expect(address()).toBe(before);
});

test("a link that is opened where the page stands already leads on from there", async () => {
  await renderPage(<SignUpPage />, {
    operations: { OpenSignUpForm: { openSignUpForm: asks }, StartedSignUp: started() },
  });
  await screen.findByRole("button", { name: "Send me the link" });
  at("of-a-mail");
  window.dispatchEvent(new HashChangeEvent("hashchange"));
  expect(await screen.findByRole("textbox", { name: "First name" })).toBeVisible();
  expect(window.location.hash).toBe("");
});

test("B7: a CEP fills what is empty of the address, and who cannot be asked holds nobody up", async () => {
  at("of-a-mail");
  const place = { __typename: "PostalPlace", line1: "Praça da Sé", line2: "Sé", city: "São Paulo", region: "SP" };
  const answer = (outcome: string) => ({
    __typename: "PostalCodeLookup",
    outcome,
    place: outcome === "FOUND" ? place : null,
  });
  const { sent } = await renderPage(<SignUpPage />, {
    operations: {
      StartedSignUp: started(),
      SignUpPostalCode: ({ postalCode }) => ({
        signUpPostalCode: answer(postalCode === "01001000" ? "FOUND" : "UNAVAILABLE"),
      }),
    },
  });
  await userEvent.click(await screen.findByRole("combobox", { name: "Country" }));
  await userEvent.click(await screen.findByRole("option", { name: "Brazil" }));
  const code = screen.getByRole("textbox", { name: "CEP" });
  const city = screen.getByRole("textbox", { name: /Cidade|City/ });
  await userEvent.type(city, "Osasco");
  await userEvent.type(code, "01001-000");
  await waitFor(() => expect(screen.getByDisplayValue("Praça da Sé")).toBeVisible());
  expect(city).toHaveValue("Osasco");
  const asked = sent.filter(({ name }) => name === "SignUpPostalCode").map(({ variables }) => variables);
  expect(asked).toEqual([{ token: "of-a-mail", country: "BR", postalCode: "01001000" }]);
  await userEvent.clear(code);
  await userEvent.type(code, "99999999");
  expect(await screen.findByText("The address could not be looked up. Type it.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Sign up" })).toBeEnabled();
});
