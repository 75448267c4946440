import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage, type Answer } from "../../testkit/render-page.tsx";
import { OwnSubscribersPage } from "./OwnSubscribersPage.tsx";

const suite = { __typename: "Offering", id: "ofr_suite", name: "Webex Suite", kind: "PLAN" };
const attendant = { __typename: "Offering", id: "ofr_attendant", name: "Attendant Console", kind: "ADDON" };
const held = (offering: object, used: number, limit: number | null, state = "PROVISIONED") => ({
  __typename: "CustomerPackage",
  offering,
  used,
  limit,
  state,
});
const admin = {
  __typename: "Subscriber",
  id: "sub_1",
  email: "admin@johnson.test",
  firstName: "Ann",
  lastName: "Lee",
  phone: null,
  extension: "12",
  role: "FULL_ADMIN",
  state: "PROVISIONED",
  isUnreachable: false,
  package: suite,
  nextPackage: null,
  addons: [{ __typename: "SubscriberAddon", offering: attendant }],
};
const operations = (packages: object[], people: object[]): Record<string, Answer> => ({
  OwnPackages: {
    viewer: {
      __typename: "Viewer",
      customer: { __typename: "Customer", id: "cus_789", packages },
    },
  },
  OwnSubscribers: {
    subscribers: {
      __typename: "SubscriberConnection",
      nodes: people,
      pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
      totalCount: { __typename: "TotalCount", value: people.length, isEstimate: false },
    },
  },
});
const place = { at: "/portal/subscribers", route: "/portal/subscribers" };

test("who administers a customer sees its packages with their seats and its people with what they have, and changes nothing", async () => {
  await renderPage(<OwnSubscribersPage />, {
    ...place,
    role: "ACCOUNT_ADMIN",
    operations: operations([held(suite, 2, 5), held(attendant, 1, null, "ERROR")], [admin]),
  });
  const packages = within(await screen.findByRole("table", { name: "Packages and add-ons" }));
  expect(packages.getByRole("row", { name: /Webex Suite.*2 \/ 5.*Provisioned/ })).toBeVisible();
  expect(packages.getByRole("row", { name: /Attendant Console.*1 \/ ∞.*Failed/ })).toBeVisible();
  const people = within(await screen.findByRole("table", { name: "Subscribers" }));
  expect(
    people.getByRole("row", { name: /admin@johnson.test.*Ann Lee.*Webex Suite.*Attendant Console/ }),
  ).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
});

test("a customer without packages is told so; whoever may not see them is told who can open the page", async () => {
  const { unmount } = await renderPage(<OwnSubscribersPage />, {
    ...place,
    role: "ACCOUNT_ADMIN",
    operations: operations([], []),
  });
  expect(await screen.findByText("No packages")).toBeVisible();
  expect(await screen.findByText("Acme adds them.")).toBeVisible();
  unmount();
  const { sent } = await renderPage(<OwnSubscribersPage />, { ...place, role: "CUSTOMER_USER" });
  expect(await screen.findByRole("heading", { level: 1, name: "Packages and subscribers" })).toBeVisible();
  expect(screen.queryByRole("table")).toBeNull();
  expect(sent).toEqual([]);
});
