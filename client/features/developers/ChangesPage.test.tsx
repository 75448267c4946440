import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { SchemaChange } from "@tierline/shared/schema-change.ts";
import { expect, test } from "vitest";
import { renderPage, type RenderOptions } from "../../testkit/render-page.tsx";
import { changelog, sorted } from "./changelog.ts";
import { ChangesPage } from "./ChangesPage.tsx";

const changes = sorted([
  { on: "2026-11-20", kind: "FIRST", at: "schema", says: "The first version." },
  { on: "2026-11-22", kind: "ADDED", at: "Query.apiLimits", says: "Field 'apiLimits' was added." },
  {
    on: "2026-11-22",
    kind: "BREAKING",
    at: "Service.old",
    says: "Field 'old' was removed.",
    why: "Nobody asked.",
    since: "2025-10-01",
  },
] satisfies SchemaChange[]);
const show = (options: RenderOptions = {}) =>
  renderPage(<ChangesPage changes={changes} />, {
    at: "/r/acme/developers/changes",
    route: "/r/$reseller/developers/changes",
    role: "RESELLER_OWNER",
    ...options,
  });
const places = () => screen.getAllByRole("listitem").map((line) => within(line).getByRole("link").textContent);

test("what changed stands day by day, the newest first, what breaks before the rest, with its reason", async () => {
  await show();
  expect(await screen.findByRole("region", { name: "22 Nov 2026" })).toHaveTextContent("1 breaking");
  expect(places()).toEqual(["Service.old", "Query.apiLimits", "schema"]);
  expect(screen.getAllByRole("listitem")[0]).toHaveTextContent("Nobody asked.Announced on 1 Oct 2025");
});

test("changes are narrowed by kind and by name, which stand in the address", async () => {
  const { address } = await show();
  await userEvent.type(await screen.findByRole("searchbox", { name: "Type or field" }), "query{Enter}");
  await waitFor(() => expect(places()).toEqual(["Query.apiLimits"]));
  await userEvent.click(screen.getByRole("button", { name: /^Added/ }));
  await waitFor(() => expect(address()).toBe("/r/acme/developers/changes?name=query&kind=ADDED"));
  await userEvent.type(screen.getByRole("searchbox", { name: "Type or field" }), "nothing{Enter}");
  expect(await screen.findByText("No such change")).toBeInTheDocument();
});

test("a link leads to one change", async () => {
  HTMLElement.prototype.scrollIntoView ??= () => undefined;
  await show({ at: "/r/acme/developers/changes?entry=2026-11-22+Query.apiLimits" });
  const [, line] = await screen.findAllByRole("listitem");
  expect(line).toHaveAttribute("aria-current", "true");
  expect(within(line!).getByRole("link")).toHaveAttribute(
    "href",
    "/r/acme/developers/changes?entry=2026-11-22+Query.apiLimits",
  );
});

test("the changelog that is built in begins with the first version, and tells the rest with place and day", () => {
  expect(changelog.at(-1)).toMatchObject({ kind: "FIRST" });
  expect(changelog.length).toBeGreaterThan(5);
  expect(changelog.filter(({ on, says }) => !/^\d{4}-\d\d-\d\d$/.test(on) || says === "")).toEqual([]);
});
