import { expect, test } from "vitest";
import { isVisibleTo, sightOf, variablesOf, type Viewer } from "./viewer.ts";

const agent = { path: "r1.r2.", onlyCustomers: null, permissions: new Set(["run.view"]) } as unknown as Viewer;
const technician: Viewer = { ...agent, onlyCustomers: ["r1.r2.c3."] };

test("MX7: in memory a technician sees the named customers, the reseller and nothing of others, as in the database", () => {
  const paths = ["r1.", "r1.r2.", "r1.r2.c3.", "r1.r2.c33.", "r1.r2.r9.", "r1.r2.r9.c3.", "r1.r22."];
  expect(paths.filter((path) => isVisibleTo(agent, path))).toEqual(paths.slice(1, 6));
  expect(paths.filter((path) => isVisibleTo(technician, path))).toEqual(["r1.r2.", "r1.r2.c3.", "r1.r2.r9."]);
  expect(paths.filter((path) => isVisibleTo({ ...technician, onlyCustomers: [] }, path))).toEqual([
    "r1.r2.",
    "r1.r2.r9.",
  ]);
});

test("MX7: to the policies no name means everybody, so that who was named nobody says something that is no path", () => {
  expect(variablesOf(agent)["app.only"]).toBe("");
  expect(variablesOf(technician)["app.only"]).toBe("nobody r1.r2.c3.");
  expect(variablesOf({ ...technician, onlyCustomers: [] })["app.only"]).toBe("nobody");
  expect(variablesOf(null)).toEqual({ "app.lo": "", "app.hi": "", "app.anc": "", "app.only": "" });
});

test("two see the same when tier, customers and rights are the same, in whatever order they came", () => {
  const both = { ...agent, permissions: new Set(["run.view", "order.view"]) } as unknown as Viewer;
  const turned = { ...agent, userId: "another", permissions: new Set(["order.view", "run.view"]) } as unknown as Viewer;
  expect(sightOf(both)).toBe(sightOf(turned));
  expect(sightOf(both)).not.toBe(sightOf(agent));
  expect(sightOf(technician)).not.toBe(sightOf(agent));
});
