import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { SubscribersTab } from "./SubscribersTab.tsx";

function offering(key: string, name: string, more: object = {}, kind = "PLAN") {
  const terms = { key, rank: 10, calling: false, needsOneOf: [], isForSubscribers: true, isComingSoon: false, ...more };
  return {
    __typename: "Offering",
    id: `ofr_${key}`,
    name,
    kind,
    package: { __typename: "PackageTerms", ...terms },
  };
}
const suite = offering("webex_suite", "Webex Suite", { rank: 50, calling: true });
const calling = offering("webex_calling", "Webex Calling", { rank: 30, calling: true });
const attendant = offering("attendant_console", "Attendant Console", { rank: 4, needsOneOf: ["webex_suite"] }, "ADDON");

function held(of: object, used: number, limit: number | null, more: object = {}) {
  const row = { __typename: "CustomerPackage", limit, used, state: "PROVISIONED", problem: null };
  return { ...row, offering: of, ...more };
}

function person(email: string, more: object = {}) {
  return {
    __typename: "Subscriber",
    id: `sub_${email}`,
    email,
    firstName: null,
    lastName: null,
    phone: null,
    extension: "12",
    role: "USER",
    state: "PROVISIONED",
    isUnreachable: false,
    package: suite,
    nextPackage: null,
    addons: [],
    service: { __typename: "Service", id: `svc_${email}`, currentRun: null },
    ...more,
  };
}

const packages = (list: readonly object[]) => ({
  customer: { __typename: "Customer", id: "cus_1", kind: "BUSINESS", provisioning: "PROVISIONED", packages: list },
});
const people = (...nodes: object[]) => ({
  subscribers: {
    __typename: "SubscriberConnection",
    nodes,
    pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
    totalCount: { __typename: "TotalCount", value: nodes.length, isEstimate: false },
  },
});
const offered = { offerings: { __typename: "OfferingConnection", nodes: [suite, calling, attendant] } };
const refusal = (message: string, path: string[]) => ({ __typename: "RuleError", code: "REQUIRED", message, path });

test("C10: seats are shown as used of how many, and what failed outside with its code and words (CX5)", async () => {
  const problem = { __typename: "PackageProblem", code: "10022", text: "email is already associated" };
  const list = [held(suite, 2, 5), held(calling, 1, null, { state: "ERROR", problem })];
  await renderPage(<SubscribersTab customerId="cus_1" />, {
    operations: { CustomerPackages: packages(list), CustomerSubscribers: people(person("jo@je.test")) },
  });
  expect(await screen.findByText("2 / 5")).toBeVisible();
  expect(screen.getByText("1 / ∞")).toBeVisible();
  expect(screen.getByText("10022: email is already associated")).toBeVisible();
  expect(screen.getByRole("button", { name: "Try failed ones again" })).toBeEnabled();
});

test("CX8: what a new person lacks is said on its field, and nothing typed is lost", async () => {
  const { sent } = await renderPage(<SubscribersTab customerId="cus_1" />, {
    operations: {
      CustomerPackages: packages([held(suite, 2, 5)]),
      CustomerSubscribers: people(),
      CreateSubscriber: {
        createSubscriber: {
          __typename: "SubscriberPayload",
          subscriber: null,
          userErrors: [refusal("A package with calling needs a phone number or an extension.", ["phone"])],
        },
      },
    },
  });
  expect(await screen.findByText("2 / 5")).toBeVisible();
  await userEvent.click(await screen.findByRole("button", { name: "Add a subscriber" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByLabelText(/^E-mail/), "jo@je.test");
  await userEvent.click(dialog.getByRole("button", { name: "Add" }));
  expect(await dialog.findByText(/needs a phone number or an extension/)).toBeVisible();
  expect(dialog.getByLabelText(/^E-mail/)).toHaveValue("jo@je.test");
  expect(sent.at(-1)?.variables["input"]).toMatchObject({ email: "jo@je.test", package: "webex_suite", phone: null });
});

test("CX2: what an add-on goes with is told by its name, before it is asked for", async () => {
  await renderPage(<SubscribersTab customerId="cus_1" />, {
    operations: {
      CustomerPackages: packages([held(calling, 0, null)]),
      CustomerSubscribers: people(),
      OfferedPackages: offered,
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Change packages" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(await dialog.findByRole("checkbox", { name: "Attendant Console" }));
  expect(await dialog.findByText("Goes with one of: Webex Suite")).toBeVisible();
  await userEvent.click(dialog.getByRole("checkbox", { name: "Webex Suite" }));
  expect(dialog.queryByText(/Goes with one of/)).not.toBeInTheDocument();
});

test("CX7: who would lose a package is named, and it is taken only once that is agreed to", async () => {
  const { sent } = await renderPage(<SubscribersTab customerId="cus_1" />, {
    operations: {
      CustomerPackages: packages([held(suite, 2, 5), held(calling, 0, null)]),
      CustomerSubscribers: people(person("jo@je.test"), person("al@je.test")),
      OfferedPackages: offered,
      SetCustomerPackages: {
        setCustomerPackages: {
          __typename: "CustomerPackagesPayload",
          ...packages([held(calling, 0, null)]),
          userErrors: [],
        },
      },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Change packages" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(await dialog.findByRole("checkbox", { name: "Webex Suite" }));
  expect(await dialog.findByText(/2 people lose Webex Suite: jo@je.test, al@je.test/)).toBeVisible();
  const save = dialog.getByRole("button", { name: "Save" });
  expect(save).toHaveAttribute("aria-disabled", "true");
  await userEvent.click(dialog.getByRole("checkbox", { name: /^Take it from them/ }));
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await expect.poll(() => sent.find(({ name }) => name === "SetCustomerPackages")).toBeDefined();
  expect(sent.find(({ name }) => name === "SetCustomerPackages")?.variables["input"]).toMatchObject({
    packages: [{ package: "webex_calling", limit: null }],
    confirmRemoval: true,
  });
});

test("C6: whoever administers is offered no lower package; an add-on without its package says what it goes with (CX2)", async () => {
  const admin = person("admin@je.test", { role: "FULL_ADMIN" });
  const other = person("jo@je.test", { package: calling });
  await renderPage(<SubscribersTab customerId="cus_1" />, {
    operations: {
      CustomerPackages: packages([held(suite, 1, 5), held(calling, 1, 5), held(attendant, 0, 1)]),
      CustomerSubscribers: people(admin, other),
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Manage admin@je.test" }));
  let dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(dialog.getByRole("combobox", { name: "Package" }));
  expect(await screen.findByRole("option", { name: /^Webex Calling/ })).toHaveAttribute(
    "data-combobox-disabled",
    "true",
  );
  expect(dialog.getByRole("button", { name: "Give Attendant Console" })).toBeEnabled();
  await userEvent.keyboard("{Escape}");
  await userEvent.click(dialog.getAllByRole("button", { name: "Close" })[0]!);
  await userEvent.click(await screen.findByRole("button", { name: "Manage jo@je.test" }));
  dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByRole("button", { name: "Give Attendant Console" })).toHaveAttribute("aria-disabled", "true");
});

test("CX3: a customer that is nowhere is given no package: it says so, and leads to where its address is entered", async () => {
  const { address } = await renderPage(<SubscribersTab customerId="cus_1" />, {
    at: "/r/acme/customers/cus_1?tab=subscribers",
    route: "/r/$reseller/customers/$customer",
    operations: {
      CustomerPackages: packages([]),
      CustomerSubscribers: people(),
      OfferedPackages: offered,
      SetCustomerPackages: {
        setCustomerPackages: {
          __typename: "CustomerPackagesPayload",
          customer: null,
          userErrors: [refusal("A package needs the customer’s postal address, and there is none.", ["customerId"])],
        },
      },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Give packages" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(await dialog.findByRole("checkbox", { name: "Webex Suite" }));
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(await dialog.findByText(/needs the customer’s postal address/)).toBeVisible();
  await userEvent.click(dialog.getByRole("link", { name: "Enter address and e-mail" }));
  await expect.poll(address).toBe("/r/acme/customers/cus_1?tab=subscribers&edit=1");
});
