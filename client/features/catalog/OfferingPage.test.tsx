import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { moneyOf, offeringDetails, requirement } from "./catalog-fixtures.ts";
import { OfferingPage } from "./OfferingPage.tsx";

const route = "/r/$reseller/catalog/$slug";
const at = "/r/acme/catalog/mobile-20gb";

const p1 = offeringDetails({
  slug: "mobile-20gb",
  name: "Mobile - 20 GB",
  price: { setup: "0.00", recurring: "15.00" },
  cost: { setup: "1.00", recurring: "5.00" },
  margin: {
    __typename: "Margin",
    setup: moneyOf("-1.00"),
    recurring: moneyOf("10.00"),
    oneOff: null,
    recurringPercent: "66.67",
  },
  requirements: [requirement("sim-card", "SIM Card", 260)],
});

const choices = {
  OfferingChoices: {
    inventoryTemplates: {
      __typename: "InventoryTemplateConnection",
      nodes: [{ __typename: "InventoryTemplate", id: "tpl_sim-card", key: "sim-card", label: "SIM Card" }],
    },
    offerings: {
      __typename: "OfferingConnection",
      nodes: [
        {
          __typename: "Offering",
          id: "ofr_suite",
          name: "Webex Suite",
          kind: "PLAN",
          package: { __typename: "PackageTerms", key: "webex_suite" },
        },
      ],
    },
    playbooks: {
      __typename: "PlaybookConnection",
      nodes: [{ __typename: "Playbook", id: "pbk_1", key: "mobile-20gb", title: "Mobile, 20 GB" }],
    },
  },
};

test("OX1: the owner sees cost and margin, a loss in red; the agent sees retail only and asks for no more", async () => {
  const owner = await renderPage(<OfferingPage />, {
    at,
    route,
    role: "RESELLER_OWNER",
    operations: { OfferingPage: { offering: p1 } },
  });
  const setup = await screen.findByRole("row", { name: /^Setup/ });
  expect(within(setup).getByText("−£1.00")).toHaveAttribute("data-bad", "true");
  const recurring = screen.getByRole("row", { name: /^Recurring/ });
  expect(recurring).toHaveTextContent("£15.00£5.00£10.0066.67 %");
  expect(within(recurring).getByText("£10.00")).not.toHaveAttribute("data-bad");
  owner.unmount();
  const { cost: _cost, margin: _margin, playbook: _playbook, ...retail } = p1;
  const agent = await renderPage(<OfferingPage />, {
    at,
    route,
    operations: { OfferingPage: { offering: retail } },
  });
  expect(await screen.findByRole("row", { name: /^Recurring/ })).toHaveTextContent(/^Recurring£15.00$/);
  expect(screen.queryByText("Margin")).toBeNull();
  expect(agent.sent[0]?.variables).toEqual({ slug: "mobile-20gb", withCost: false, withPlaybook: false });
  expect(screen.queryByRole("button", { name: "Edit" })).toBeNull();
});

test("OX1: the margin is told while prices are typed, and only what was changed is saved", async () => {
  const { sent } = await renderPage(<OfferingPage />, {
    at: `${at}?edit=yes`,
    route,
    role: "RESELLER_OWNER",
    operations: {
      OfferingPage: { offering: p1 },
      ...choices,
      UpdateOffering: { updateOffering: { __typename: "UpdateOfferingPayload", offering: p1, userErrors: [] } },
    },
  });
  const price = await screen.findByRole("textbox", { name: "Recurring" });
  await userEvent.clear(price);
  await userEvent.type(price, "4,50");
  expect(within(screen.getByRole("group", { name: "Recurring" })).getByText("−£0.50")).toHaveAttribute(
    "data-bad",
    "true",
  );
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(sent.at(-1)?.name).toBe("UpdateOffering"));
  expect(sent.at(-1)?.variables["input"]).toEqual({ id: p1.id, version: 3, price: { recurring: "4.50" } });
});

test("OX1: the form has the offering's own price with its margin, also where customers pay by a list, which it names", async () => {
  const listed = offeringDetails({
    slug: "mobile-20gb",
    price: { setup: "0.00", recurring: "18.00" },
    ownPrice: { setup: "0.00", recurring: "15.00" },
    cost: { recurring: "5.00" },
  });
  const { sent } = await renderPage(<OfferingPage />, {
    at: `${at}?edit=yes`,
    route,
    role: "RESELLER_OWNER",
    operations: {
      OfferingPage: { offering: listed },
      ...choices,
      UpdateOffering: { updateOffering: { __typename: "UpdateOfferingPayload", offering: listed, userErrors: [] } },
    },
  });
  const price = await screen.findByRole("textbox", { name: "Recurring" });
  expect(price).toHaveValue("15.00");
  expect(price).toHaveAccessibleDescription(
    "By the price list customers pay £18.00: what you type counts where the list does not.",
  );
  const group = within(screen.getByRole("group", { name: "Recurring" }));
  expect(group.getByText("£10.00")).toBeVisible();
  await userEvent.clear(price);
  await userEvent.type(price, "16.50");
  expect(group.getByText("£11.50")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(sent.at(-1)?.name).toBe("UpdateOffering"));
  expect(sent.at(-1)?.variables["input"]).toEqual({ id: listed.id, version: 3, price: { recurring: "16.50" } });
});

test("O17: a need names its template by the key, and an unknown key is refused at its field", async () => {
  await renderPage(<OfferingPage />, {
    at: `${at}?edit=yes`,
    route,
    role: "RESELLER_OWNER",
    operations: {
      OfferingPage: { offering: p1 },
      ...choices,
      UpdateOffering: {
        updateOffering: {
          __typename: "UpdateOfferingPayload",
          offering: null,
          userErrors: [
            {
              __typename: "RuleError",
              code: "TEMPLATE_NOT_FOUND",
              message: 'There is no inventory template with the key "sim-card".',
              path: ["requirements", "0", "templateKey"],
            },
          ],
        },
      },
    },
  });
  const entry = await screen.findByRole("group", { name: "SIM Card" });
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await within(entry).findByText(/no inventory template with the key "sim-card"/)).toBeVisible();
});

test("someone else's change meanwhile loses nothing: mine goes on top of the newest", async () => {
  let saved = 4;
  const { sent } = await renderPage(<OfferingPage />, {
    at: `${at}?edit=yes`,
    route,
    role: "RESELLER_OWNER",
    operations: {
      OfferingPage: () => ({ offering: { ...p1, version: saved } }),
      ...choices,
      UpdateOffering: ({ input }: Record<string, unknown>) => {
        const isStale = (input as { version: number }).version !== 5;
        saved = 5;
        return {
          updateOffering: {
            __typename: "UpdateOfferingPayload",
            offering: isStale ? null : p1,
            userErrors: isStale
              ? [{ __typename: "RuleError", code: "STALE", message: "Read it again.", path: ["version"] }]
              : [],
          },
        };
      },
    },
  });
  const name = await screen.findByRole("textbox", { name: "Name" });
  await userEvent.type(name, "!");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await userEvent.click(await screen.findByRole("button", { name: "Save mine on top of theirs" }));
  await waitFor(() =>
    expect(sent.at(-1)?.variables["input"]).toEqual({ id: p1.id, version: 5, name: "Mobile - 20 GB!" }),
  );
});

test("an amount that cannot be read is said at its field, and nothing is sent", async () => {
  const { sent } = await renderPage(<OfferingPage />, {
    at: `${at}?edit=yes`,
    route,
    role: "RESELLER_OWNER",
    operations: { OfferingPage: { offering: p1 }, ...choices },
  });
  await userEvent.type(await screen.findByRole("textbox", { name: "Setup cost" }), "x");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Write an amount like 15.00, not negative.")).toBeVisible();
  expect(sent.map(({ name }) => name)).not.toContain("UpdateOffering");
});

test("a new offering is made with its slug and opened", async () => {
  const { sent, address } = await renderPage(<OfferingPage />, {
    at: "/r/acme/catalog/new",
    route,
    role: "RESELLER_OWNER",
    operations: {
      ...choices,
      OfferingPage: { offering: null },
      CreateOffering: { createOffering: { __typename: "CreateOfferingPayload", offering: p1, userErrors: [] } },
    },
  });
  await userEvent.type(await screen.findByRole("textbox", { name: "Name" }), "Mobile - 50 GB");
  await userEvent.type(screen.getByRole("textbox", { name: "Slug" }), "mobile-50gb");
  await userEvent.type(screen.getByRole("textbox", { name: "Recurring" }), "19.00");
  await userEvent.click(screen.getByRole("button", { name: "Create offering" }));
  await waitFor(() => expect(address()).toBe("/r/acme/catalog/mobile-50gb"));
  const input = sent.find(({ name }) => name === "CreateOffering")?.variables["input"];
  expect(input).toMatchObject({
    slug: "mobile-50gb",
    name: "Mobile - 50 GB",
    price: { setup: null, recurring: "19.00", oneOff: null },
    isEnabled: false,
  });
  expect(input).not.toHaveProperty("cost");
});

const attendant = offeringDetails({
  slug: "attendant-console",
  name: "Attendant Console",
  kind: "ADDON",
  serviceType: "COLLABORATION",
  package: {
    __typename: "PackageTerms",
    key: "attendant_console",
    rank: 4,
    messaging: false,
    meetings: false,
    calling: true,
    needsOneOf: ["webex_calling"],
    isForSubscribers: true,
    isComingSoon: true,
  },
});

test("C8, CX2: what an add-on is to people who work together stands on its page, and whoever edits offerings changes it", async () => {
  const { sent } = await renderPage(<OfferingPage />, {
    at: "/r/acme/catalog/attendant-console",
    route,
    role: "RESELLER_OWNER",
    operations: {
      ...choices,
      OfferingPage: { offering: attendant },
      UpdateOffering: {
        updateOffering: {
          __typename: "UpdateOfferingPayload",
          offering: null,
          userErrors: [
            { __typename: "RuleError", code: "INVALID", message: "A rank is a number.", path: ["package", "rank"] },
          ],
        },
      },
    },
  });
  expect(await screen.findByText("attendant_console")).toBeVisible();
  expect(screen.getByText("webex_calling")).toBeVisible();
  expect(screen.getByText("Not yet")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Edit" }));
  const rank = await screen.findByRole("textbox", { name: "Rank" });
  expect(screen.queryByRole("textbox", { name: "Key" })).toBeNull(); // it stays what it is
  await userEvent.clear(rank);
  await userEvent.type(rank, "7");
  await userEvent.click(screen.getByRole("checkbox", { name: "Not sold yet" }));
  await userEvent.click(screen.getByRole("combobox", { name: "Goes with one of" }));
  await userEvent.click(await screen.findByRole("option", { name: "Webex Suite" }));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(rank).toHaveAccessibleDescription(/A rank is a number/));
  const { __typename, ...terms } = attendant.package as Record<string, unknown>;
  expect(sent.at(-1)?.variables["input"]).toEqual({
    id: attendant.id,
    version: 3,
    package: { ...terms, rank: 7, isComingSoon: false, needsOneOf: ["webex_calling", "webex_suite"] },
  });
});

test("C8: a new offering for people who work together asks which package it is; what is missing is said on the key", async () => {
  const message = "Say which package or add-on it is.";
  const { sent } = await renderPage(<OfferingPage />, {
    at: "/r/acme/catalog/new",
    route,
    role: "RESELLER_OWNER",
    operations: {
      ...choices,
      OfferingPage: { offering: null },
      CreateOffering: {
        createOffering: {
          __typename: "CreateOfferingPayload",
          offering: null,
          userErrors: [{ __typename: "RuleError", code: "REQUIRED", message, path: ["package", "key"] }],
        },
      },
    },
  });
  expect(await screen.findByRole("textbox", { name: "Slug" })).toBeVisible();
  expect(screen.queryByText("As a package")).toBeNull();
  await userEvent.click(screen.getByRole("combobox", { name: "Service type" }));
  await userEvent.click(await screen.findByRole("option", { name: "Collaboration" }));
  await userEvent.click(await screen.findByRole("checkbox", { name: "Meetings" }));
  await userEvent.click(screen.getByRole("button", { name: "Create offering" }));
  await waitFor(() =>
    expect(screen.getByRole("textbox", { name: "Key" })).toHaveAccessibleDescription(new RegExp(message)),
  );
  expect(sent.find(({ name }) => name === "CreateOffering")?.variables["input"]).toMatchObject({
    serviceType: "COLLABORATION",
    package: { key: "", rank: 0, meetings: true, calling: false, needsOneOf: [], isForSubscribers: true },
  });
});
