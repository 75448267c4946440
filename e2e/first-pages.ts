import type { Page } from "@playwright/test";
import { ask } from "./sign-in.ts";

// The pages of things of the demo world, of which the first that fits is looked at.

export const customerPage = (page: Page): Promise<string> =>
  firstOf(
    page,
    '{ customers(search: "123", first: 1) { nodes { id } } }',
    ({ customers }) => `/r/acme/customers/${customers?.nodes[0]?.id}`,
  );

/** The page of a customer with packages, and people who have them. */
export const wholesalePage = (page: Page): Promise<string> =>
  firstOf(
    page,
    '{ customers(search: "Harbour Dental", first: 1) { nodes { id } } }',
    ({ customers }) => `/r/acme/customers/${customers?.nodes[0]?.id}?tab=subscribers`,
  );

export const itemPage = (page: Page): Promise<string> =>
  firstOf(
    page,
    "{ inventoryItems(filter: { state: [IN_STOCK] }, first: 1) { nodes { id } } }",
    ({ inventoryItems }) => `/r/acme/inventory/items/${inventoryItems?.nodes[0]?.id}`,
  );

export const resellerPage = (page: Page): Promise<string> =>
  firstOf(
    page,
    '{ resellers(filter: { search: "acme-north" }, first: 1) { nodes { id } } }',
    ({ resellers }) => `/r/acme/resellers/${resellers?.nodes[0]?.id}`,
  );

export const runPage = (page: Page, state: string): Promise<string> =>
  firstOf(
    page,
    `{ provisioningRuns(filter: { state: [${state}] }, first: 1) { nodes { id } } }`,
    ({ provisioningRuns }) => `/r/acme/runs/${provisioningRuns?.nodes[0]?.id}`,
  );

export const screeningCasePage = (page: Page): Promise<string> =>
  firstOf(
    page,
    "{ screeningCases(first: 1) { nodes { id } } }",
    ({ screeningCases }) => `/r/acme/screening/${screeningCases?.nodes[0]?.id}`,
  );

/** Reported and escalated; the same one however often it is asked for. */
export async function problemPage(page: Page): Promise<string> {
  const { customers } = await ask<{ customers: { nodes: { id: string }[] } }>(
    page,
    '{ customers(search: "123", first: 1) { nodes { id } } }',
  );
  const { reportProblem } = await ask<{ reportProblem: { problem: { id: string } } }>(
    page,
    "mutation ($input: ReportProblemInput!) { reportProblem(input: $input) { problem { id } } }",
    { input: { idempotencyKey: "pages", customerId: customers.nodes[0]?.id, text: "No dial tone\nsince nine" } },
  );
  const { id } = reportProblem.problem;
  await ask(page, "mutation ($input: EscalateProblemInput!) { escalateProblem(input: $input) { problem { id } } }", {
    input: { id, text: "The trunk does not answer." },
  });
  return `/r/acme/problems/${id}`;
}

interface Begun {
  readonly id: string;
  readonly version: number;
}

/** One that was taken on as far as that step, which is open. */
export async function onboardingPage(page: Page, platform: "MX_ONE" | "SMBC", step: string): Promise<string> {
  const address = { line1: "Postweg 1", city: "Berlin", postalCode: "10115", country: "DE" };
  const supportContacts = [
    { name: "Mia", email: "mia@fix.test", role: "MAINTAINER" },
    { name: "Otto", email: "otto@hotel.test", role: "ONSITE_ADMIN" },
  ];
  const customer = { name: `Hotel ${platform} ${step}`, billingAddress: address, supportContacts };
  const gateway = { name: "Gateway 1", siteName: "Berlin", siteAddress: address };
  const draft = JSON.stringify({ customer, gateway, pbx: { ipAddress: "pbx.lab", pbxUser: "trunk", users: "2300" } });
  const drops = platform === "SMBC" ? { dropsPbx: true } : {};
  const { saveOnboarding } = await ask<{ saveOnboarding: { onboarding: Begun } }>(
    page,
    "mutation ($input: SaveOnboardingInput!) { saveOnboarding(input: $input) { onboarding { id version } } }",
    { input: { idempotencyKey: crypto.randomUUID(), platform, step: "CUSTOMER", draft, ...drops } },
  );
  let begun = saveOnboarding.onboarding;
  const steps = ["CUSTOMER", "GATEWAY", "PBX"];
  const open = steps.indexOf(step);
  for (const each of steps.slice(0, open === -1 ? (platform === "SMBC" ? 2 : 3) : open)) {
    const { takeOnboardingStep } = await ask<{ takeOnboardingStep: { onboarding: Begun } }>(
      page,
      "mutation ($input: TakeOnboardingStepInput!) { takeOnboardingStep(input: $input) { onboarding { id version } } }",
      { input: { id: begun.id, version: begun.version, step: each } },
    );
    begun = takeOnboardingStep.onboarding;
  }
  return `/r/acme/onboarding/${begun.id}/${step.toLowerCase()}`;
}

export async function firstOf(
  page: Page,
  query: string,
  read: (data: Record<string, { nodes: { id: string }[] }>) => string,
): Promise<string> {
  return read(await ask(page, query));
}
