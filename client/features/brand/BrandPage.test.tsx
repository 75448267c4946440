import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { defaultBrandColors } from "@tierline/shared/brand.ts";
import { expect, test } from "vitest";
import { renderPage, type Answer } from "../../testkit/render-page.tsx";
import { BrandPage } from "./BrandPage.tsx";

const look = {
  __typename: "BrandVersion",
  id: "brv_1",
  number: 2,
  version: 4,
  header: "Acme Mobile",
  ...defaultBrandColors,
  logoLight: null,
  logoDark: null,
  words: [],
  savedBy: "Anna Acme",
  savedAt: "2026-11-23T10:00:00Z",
  publishedAt: null,
  note: null,
};
const hostname = {
  __typename: "Hostname",
  id: "hst_1",
  host: "portal.acme.com",
  state: "WAITING",
  checkedAt: null,
  failure: null,
  provedAt: null,
  records: [
    {
      __typename: "HostnameRecord",
      type: "CNAME",
      name: "portal.acme.com",
      expected: "tierline.example",
      found: [],
      isRight: false,
    },
    {
      __typename: "HostnameRecord",
      type: "TXT",
      name: "_tierline.portal.acme.com",
      expected: "tierline=abc",
      found: ["tierline=other"],
      isRight: false,
    },
  ],
};
const brand = {
  __typename: "Brand",
  draft: look,
  published: null,
  past: [],
  hostnames: [hostname],
  hostnameFee: { __typename: "Money", amount: "10.00", currency: "GBP" },
};
const saved = (userErrors: object[] = []) => ({ saveBrand: { __typename: "BrandPayload", userErrors } });
const open = (operations: Record<string, Answer> = {}) =>
  renderPage(<BrandPage />, { role: "RESELLER_OWNER", operations: { Brand: { brand }, ...operations } });

test("V19: a text that is hard to read is named while the colour is typed, and the draft is saved as it was read", async () => {
  const { sent } = await open({ SaveBrand: saved() });
  const text = await screen.findByRole("textbox", { name: "Header text" });
  expect(screen.queryByText(/hard to read/)).not.toBeInTheDocument();
  await userEvent.clear(text);
  await userEvent.type(text, "#ffffff");
  expect(await screen.findByText("The header’s text is hard to read: contrast 1.1 of at least 4.5.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Save draft" }));
  await screen.findByRole("button", { name: "Save draft" });
  expect(sent.find(({ name }) => name === "SaveBrand")?.variables["input"]).toMatchObject({
    header: "Acme Mobile",
    titleText: "#ffffff",
    version: 4,
  });
});

test("V19: what is refused stands on its field", async () => {
  const refused = { __typename: "RuleError", code: "INVALID", message: "That is no colour.", path: ["accent"] };
  await open({ SaveBrand: saved([refused]) });
  const accent = await screen.findByRole("textbox", { name: "Colour of what acts" });
  await userEvent.type(accent, "{Backspace}");
  await userEvent.click(screen.getByRole("button", { name: "Save draft" }));
  expect(await screen.findByText("That is no colour.")).toBeVisible();
});

test("V18: a host name says which records it needs, what was found instead, and what it costs", async () => {
  await open();
  const host = await screen.findByRole("region", { name: "portal.acme.com" });
  expect(within(host).getByText("Waiting for its proof")).toBeVisible();
  expect(within(host).getByText("tierline=abc")).toBeVisible();
  expect(within(host).getByText("Not found")).toBeVisible();
  expect(within(host).getByText("Found instead: tierline=other")).toBeVisible();
  expect(screen.getByText("£10.00 once, when it is proved.")).toBeVisible();
});

test("four pages are shown on light and on dark", async () => {
  await open();
  const light = await screen.findByRole("region", { name: "Light" });
  expect(within(light).getAllByRole("figure")).toHaveLength(4);
  expect(within(screen.getByRole("region", { name: "Dark" })).getAllByRole("figure")).toHaveLength(4);
});
