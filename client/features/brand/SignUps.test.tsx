import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { SignUps } from "./SignUps.tsx";

const form = {
  __typename: "SignUpForm",
  isOpen: false,
  address: "OPTIONAL",
  phone: "OFF",
  company: "OFF",
  termsUrl: null,
  version: 3,
};
const host = (name: string, state: "SERVING" | "WAITING") => ({
  __typename: "Hostname" as const,
  id: `hst_${name}`,
  host: name,
  state,
  checkedAt: null,
  failure: null,
  provedAt: null,
  records: [],
});

test("VX3: a reseller says whether people sign up and what they are asked; the page is named for each host that serves", async () => {
  const refused = [{ __typename: "RuleError", code: "INVALID", message: "It begins with https", path: ["termsUrl"] }];
  const answers = [
    { form: null, userErrors: refused },
    { form: { ...form, isOpen: true, version: 4 }, userErrors: [] },
  ];
  const hostnames = [host("portal.acme.example", "SERVING"), host("late.acme.example", "WAITING")];
  const { sent } = await renderPage(<SignUps hostnames={hostnames} />, {
    role: "RESELLER_OWNER",
    operations: {
      OwnSignUpForm: { signUpForm: form },
      SaveSignUpForm: () => ({ saveSignUpForm: { __typename: "SaveSignUpFormPayload", ...answers.shift() } }),
    },
  });
  expect(await screen.findByRole("link", { name: "https://portal.acme.example/sign-up" })).toBeVisible();
  expect(screen.queryByText(/late.acme.example/)).toBeNull();
  expect(screen.getByRole("button", { name: "Save" })).toHaveAttribute("aria-disabled", "true");
  await userEvent.click(screen.getByRole("switch", { name: /People may sign up/ }));
  await userEvent.type(screen.getByRole("textbox", { name: /Terms to agree to/ }), "http://x");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("It begins with https")).toBeVisible();
  await userEvent.clear(screen.getByRole("textbox", { name: /Terms to agree to/ }));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await expect.poll(() => sent.filter(({ name }) => name === "SaveSignUpForm")).toHaveLength(2);
  expect(sent.filter(({ name }) => name === "SaveSignUpForm").at(-1)?.variables["input"]).toEqual({
    isOpen: true,
    address: "OPTIONAL",
    phone: "OFF",
    company: "OFF",
    termsUrl: null,
    version: 3,
  });
});
