import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { NewCustomerPage } from "./NewCustomerPage.tsx";
import { TemplatesPage } from "./TemplatesPage.tsx";

const template = {
  __typename: "OnboardingTemplate",
  id: "otp_1",
  provisioningId: "otp_1",
  name: "Small offices",
  country: "IE",
  language: "fr",
  packages: ["mobile-20gb"],
  pstnVendor: null,
  authentication: "OURS",
  authenticationNote: null,
  settings: [],
  customerCount: 2,
  version: 3,
};
const offerings = { offerings: { __typename: "OfferingConnection", nodes: [] } };
const saved = { __typename: "SaveOnboardingTemplatePayload", onboardingTemplate: template, userErrors: [] };
const operations = {
  OnboardingTemplates: { onboardingTemplates: [template] },
  TemplateChoice: { onboardingTemplates: [template] },
  TemplateOfferings: offerings,
  SaveOnboardingTemplate: { saveOnboardingTemplate: saved },
};

test("CX13: a template that made customers is not deleted, and says so before", async () => {
  await renderPage(<TemplatesPage />, { role: "RESELLER_OWNER", operations });
  await userEvent.click(await screen.findByRole("button", { name: "Delete Small offices" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getAllByText(/2 customers were created by it/)[0]).toBeVisible();
  expect(dialog.getByRole("button", { name: "Delete" })).toHaveAttribute("aria-disabled", "true");
});

test("CX13: what is changed is sent with the version that was read", async () => {
  const { sent } = await renderPage(<TemplatesPage />, { at: "/r/acme?edit=otp_1", operations });
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/from now on/)).toBeVisible();
  await userEvent.click(dialog.getByRole("radio", { name: "By SAML" }));
  await userEvent.type(dialog.getByLabelText("Identity provider"), "https://idp.example");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(sent.map(({ name }) => name)).toContain("SaveOnboardingTemplate"));
  expect(sent.find(({ name }) => name === "SaveOnboardingTemplate")?.variables["input"]).toMatchObject({
    id: "otp_1",
    version: 3,
    packages: ["mobile-20gb"],
    authentication: "SAML",
    authenticationNote: "https://idp.example",
    pstnVendor: null,
  });
});

test("CX13: a new customer takes country and language from the template that is chosen", async () => {
  const customer = { __typename: "Customer", id: "cus_1", label: "Jo (ID: 1)" };
  const { sent } = await renderPage(<NewCustomerPage />, {
    operations: {
      ...operations,
      CreateCustomer: { createCustomer: { __typename: "CreateCustomerPayload", customer, userErrors: [] } },
    },
  });
  await userEvent.click(await screen.findByRole("combobox", { name: /^Template/ }));
  await userEvent.click(await screen.findByRole("option", { name: "Small offices" }));
  await userEvent.type(screen.getByLabelText(/^Name/), "Jo");
  await userEvent.click(screen.getByRole("button", { name: "Create customer" }));
  await waitFor(() => expect(sent.map(({ name }) => name)).toContain("CreateCustomer"));
  expect(sent.find(({ name }) => name === "CreateCustomer")?.variables["input"]).toMatchObject({
    provisioningId: "otp_1",
    homeCountry: "IE",
    language: "fr",
  });
});
