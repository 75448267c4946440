import { expect, test } from "vitest";
import { setInstallation } from "../kernel/installation.ts";
import { testWorld } from "../testkit/world.ts";
import { isEmpty, refuseDemoWorld } from "./demo.ts";
import { inviteFirstOperator } from "./first-operator.ts";

const world = await testWorld();

test("a demo world is refused by whoever starts without one, and a database of one's own is not", async () => {
  await expect(refuseDemoWorld(world.system())).rejects.toThrow("This database holds the demo world");
  await world.database.rows("update reseller set is_demo = false");
  await refuseDemoWorld(world.system());
});

test("an empty database gets its root and one operator, who sets a password through a link; no password is printed", async () => {
  await world.database.rows(
    "set local session_replication_role = replica; truncate reseller, app_user cascade", // past what keeps history
  );
  setInstallation({ demo: false, lab: null, publicUrl: "https://tiers.example" });
  expect(await isEmpty(world.system())).toBe(true);
  const lost = await inviteFirstOperator(world.system(), "ops@tiers.example");
  expect(await isEmpty(world.system())).toBe(false);
  const again = await inviteFirstOperator(world.system(), "another@tiers.example");
  expect(again?.email).toBe("ops@tiers.example");
  const accept = `mutation ($token: String!) { acceptInvitation(input: { token: $token, password: "seven grey herons" }) {
    viewer { user { role } tierPath { key } } userErrors { code } } }`;
  const tokenOf = (link = "") => ({ token: link.split("#")[1] });
  expect((await world.graphql(null, accept, tokenOf(lost?.link))).data).toEqual({
    acceptInvitation: { viewer: null, userErrors: [{ code: "EXPIRED" }] },
  });
  expect(again?.link).toMatch(/^https:\/\/tiers\.example\/accept-invitation#/);
  expect((await world.graphql(null, accept, tokenOf(again?.link))).data).toEqual({
    acceptInvitation: { viewer: { user: { role: "OPERATOR" }, tierPath: [{ key: "operator" }] }, userErrors: [] },
  });
  expect(await inviteFirstOperator(world.system(), "ops@tiers.example")).toBeNull();
});
