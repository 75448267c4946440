import { Observable } from "@apollo/client";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { renderPage, type Answer } from "../../testkit/render-page.tsx";
import { catalogList, offering, requirement, stockChange } from "./catalog-fixtures.ts";
import { CatalogPage } from "./CatalogPage.tsx";

beforeEach(() => localStorage.clear());

const silence = new Observable(() => undefined) as unknown as Answer;
const mobile = offering({ slug: "mobile-20gb", name: "Mobile - 20 GB" });
const boost = offering({ slug: "data-5gb", name: "Data boost 5 GB", kind: "ADDON", price: { oneOff: "5.00" } });

function show(answer: Answer, options: Partial<Parameters<typeof renderPage>[1]> = {}) {
  return renderPage(<CatalogPage />, {
    ...options,
    operations: { CatalogOfferings: answer, StockChanges: silence, ...options.operations },
  });
}

const cards = () => within(screen.getByRole("list", { name: "Catalog" })).getAllByRole("article");

test("O6: the toggle asks for what is for that kind of customer, and for enabled offerings only", async () => {
  const { sent, address } = await show(catalogList([mobile], { plans: 1, addons: 1 }));
  await screen.findByRole("link", { name: "Mobile - 20 GB" });
  await userEvent.click(screen.getByRole("radio", { name: "Business" }));
  await waitFor(() => expect(sent.at(-1)?.variables["filter"]).toEqual({ kind: "PLAN", segment: "BUSINESS" }));
  expect(sent[0]?.variables["filter"]).toEqual({ kind: "PLAN", segment: "INDIVIDUAL" });
  expect(address()).toContain("segment=BUSINESS");
});

test("O7: service plans and add-ons are chips with counts, one of them always on", async () => {
  const { sent } = await show(catalogList([mobile], { plans: 8, addons: 6 }));
  const plans = await screen.findByRole("button", { name: /^Service plans ?8$/ });
  const addons = screen.getByRole("button", { name: /^Add-ons ?6$/ });
  expect(plans).toHaveAttribute("aria-pressed", "true");
  await userEvent.click(plans);
  expect(plans).toHaveAttribute("aria-pressed", "true");
  await userEvent.click(addons);
  await waitFor(() => expect(addons).toHaveAttribute("aria-pressed", "true"));
  expect(sent.at(-1)?.variables["filter"]).toEqual({ kind: "ADDON", segment: "INDIVIDUAL" });
});

test("O8: the choice of carousel stands in the address and is remembered for the next visit", async () => {
  const answer = catalogList([mobile], { plans: 1 });
  const first = await show(answer);
  await screen.findByRole("list", { name: "Catalog" });
  await userEvent.click(screen.getByRole("radio", { name: "Carousel" }));
  const carousel = await screen.findByRole("region", { name: "Catalog" });
  expect(carousel).toHaveAttribute("aria-roledescription", "carousel");
  expect(first.address()).toContain("view=carousel");
  first.unmount();
  await show(answer);
  expect(await screen.findByRole("region", { name: "Catalog" })).toHaveAttribute("aria-roledescription", "carousel");
});

test("O8: 200 offerings are all there, fetched in pages without being asked for", async () => {
  const page = (from: number) => Array.from({ length: 100 }, (_, index) => offering({ slug: `plan-${from + index}` }));
  const { sent } = await show(({ after }: Record<string, unknown>) =>
    after === "100" ? catalogList(page(100), { plans: 200 }) : catalogList(page(0), { plans: 200, endCursor: "100" }),
  );
  await waitFor(() => expect(cards()).toHaveLength(200));
  expect(sent.filter(({ name }) => name === "CatalogOfferings")).toHaveLength(2);
});

test("O9: a card leads to assigning, where it cannot be assigned the button stays reachable and says why", async () => {
  const none = offering({
    slug: "fiber-100",
    name: "Fibre 100",
    requirements: [requirement("modem-cpe", "Modem CPE", 0)],
    reasons: { OUT_OF_STOCK: "No Modem CPE is available." },
  });
  await show(catalogList([mobile, none], { plans: 2 }), { role: "RESELLER_OWNER" });
  const assign = await screen.findByRole("link", { name: "Assign to customer, Mobile - 20 GB" });
  expect(assign).toHaveAttribute("href", "/r/acme/assign?product=mobile-20gb");
  const closed = within(screen.getByRole("region", { name: "Not available" })).getByRole("listitem");
  expect(closed).toHaveTextContent("No Modem CPE is available.");
  const button = within(closed).getByRole("button", { name: "Assign to customer, Fibre 100" });
  expect(button).toHaveAttribute("aria-disabled", "true");
  expect(button).toHaveAccessibleDescription("No Modem CPE is available.");
  button.focus();
  expect(button).toHaveFocus();
  expect(within(closed).getByRole("link", { name: "Add items" })).toHaveAttribute(
    "href",
    "/r/acme/inventory/add?template=modem-cpe",
  );
});

test("O9: for a customer, what is not for them stands below with the reason, and assigning goes on with them", async () => {
  const business = offering({
    slug: "business-40gb",
    name: "Business mobile",
    reasons: { SEGMENT: "It is for business customers only." },
  });
  const { sent } = await show(catalogList([mobile], { plans: 1 }), {
    at: "/r/acme?customer=cus_123",
    operations: {
      CatalogCustomer: {
        customer: {
          __typename: "Customer",
          id: "cus_123",
          label: "John Smith (ID: 123)",
          name: "John Smith",
          kind: "INDIVIDUAL",
          reseller: { __typename: "Reseller", id: "rsl_acme" },
        },
      },
      CatalogOthers: { offerings: { __typename: "OfferingConnection", nodes: [mobile, business] } },
    },
  });
  const closed = await screen.findByRole("region", { name: "Not available for this customer" });
  expect(within(closed).getAllByRole("listitem")).toHaveLength(1);
  expect(closed).toHaveTextContent("It is for business customers only.");
  expect(screen.getByRole("link", { name: "Assign to customer, Mobile - 20 GB" })).toHaveAttribute(
    "href",
    "/r/acme/assign?product=mobile-20gb&customer=cus_123",
  );
  expect(screen.queryByRole("radio", { name: "Business" })).toBeNull();
  expect(sent.find(({ name }) => name === "CatalogOfferings")?.variables).toMatchObject({
    customerId: "cus_123",
    filter: { kind: "PLAN", segment: "INDIVIDUAL", customerId: "cus_123" },
  });
});

test("O42: the empty catalog says which filter removed how many, and one click brings them back", async () => {
  const { sent } = await show(({ filter }: Record<string, unknown>) =>
    (filter as { segment: string }).segment === "INDIVIDUAL"
      ? catalogList([], { hidden: { SEGMENT: 2, DISABLED: 1 } })
      : catalogList([mobile], { plans: 1 }),
  );
  expect(await screen.findByText("3 hidden: 2 for businesses only · 1 disabled")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Show what is for businesses" }));
  expect(await screen.findByRole("link", { name: "Mobile - 20 GB" })).toBeVisible();
  expect(sent.at(-1)?.variables["filter"]).toMatchObject({ segment: "BUSINESS" });
});

test("O42: a service type that leaves nothing is named with what it hides, and lifted by one click", async () => {
  await show(catalogList([mobile], { plans: 1 }), { at: "/r/acme?type=VOIP" });
  expect(await screen.findByText("1 hidden: 1 of another service type")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Show all service types" }));
  expect(await screen.findByRole("link", { name: "Mobile - 20 GB" })).toBeVisible();
});

test("O50: an add-on says that it is paid once, and its price is the seller's", async () => {
  await show(catalogList([boost], { addons: 1 }), { at: "/r/acme?kind=ADDON" });
  const [card] = await waitFor(cards);
  expect(card).toHaveTextContent("£5.00 one-off");
  expect(card).not.toHaveTextContent("setup");
});

test("O51: setup and recurring price in the seller's currency, as the reader writes numbers", async () => {
  const dear = offering({ slug: "leased", price: { setup: "250.00", recurring: "1234.50" } });
  const euro = offering({ slug: "beta", price: { setup: "0.00", recurring: "9.00" }, currency: "EUR" });
  await show(catalogList([dear, euro], { plans: 2 }));
  await screen.findByRole("list", { name: "Catalog" });
  const [first, second] = cards();
  expect(first).toHaveTextContent("£1,234.50 a month");
  expect(first).toHaveTextContent("setup £250.00");
  expect(second).toHaveTextContent("€9.00 a month");
  expect(second).toHaveTextContent("no setup fee");
});

test("stock on the cards moves by itself, and what ran out moves to what is not available", async () => {
  const stocked = (available: number) => ({
    ...offering({
      slug: "fiber-100",
      requirements: [requirement("modem-cpe", "Modem CPE", available, 5)],
      ...(available === 0 && { reasons: { OUT_OF_STOCK: "No Modem CPE is available." } }),
    }),
  });
  let available = 32;
  let tell: () => void = () => undefined;
  const stock = () => {
    const { id, requirements, __typename } = stocked(available);
    return { nodes: [{ __typename, id, requirements }] };
  };
  await show(() => catalogList([stocked(available)], { plans: 1 }), {
    operations: {
      StockChanges: new Observable((observer) => {
        tell = () => observer.next({ data: stockChange("tpl_modem-cpe", available) });
      }) as unknown as Answer,
      CatalogStock: stock,
    },
  });
  expect(await screen.findByText("Modem CPE: 32")).toBeVisible();
  available = 0;
  await act(async () => tell());
  expect(await screen.findByRole("region", { name: "Not available" })).toHaveTextContent("No Modem CPE is available.");
});
