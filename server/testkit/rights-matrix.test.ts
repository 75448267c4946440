import { readFile } from "node:fs/promises";
import { permissionsOf, roles, type Permission } from "@tierline/shared/permission.ts";
import { getMetadataStorage } from "type-graphql";
import { expect, test } from "vitest";
import { rootGuards } from "../api/schema.ts";
import { permissionOf } from "../kernel/requires.ts";
import { openSweepWorld, type SweptPrefix } from "./sweep-world.ts";

/**
 * Who may do what, and who sees what from where, as it was agreed. A change of rights is a change of this file, made by hand and
 * read by whoever reviews: nothing writes it. A failing test prints what it should say.
 */
const file = new URL("./rights-matrix.txt", import.meta.url);
const agreed = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "" && !line.startsWith("#"));

const { shop, foreign } = await openSweepWorld();

function guards(): { place: string; permission: Permission | null }[] {
  const { fieldResolvers, resolverClasses } = getMetadataStorage();
  const typeOf = new Map(resolverClasses.map(({ target, getObjectType }) => [target, getObjectType]));
  const fields = fieldResolvers.flatMap(({ target, methodName, schemaName }) => {
    const permission = permissionOf(target, methodName);
    return permission === null
      ? []
      : [{ place: `${String(typeOf.get(target)?.().name).replace(/Type$/, "")}.${schemaName}`, permission }];
  });
  const roots = rootGuards().map(({ root, field, permission }) => ({ place: `${root}.${field}`, permission }));
  return [...roots, ...fields];
}

function holdersOf(permission: Permission | null): string {
  if (permission === null) return "everybody";
  return roles.filter((role) => permissionsOf(role).includes(permission)).join(" ");
}

/** From where something of Acme's is looked at. */
const lookers = {
  operator: "ops@tierline.test",
  parent: "owner@nord.test",
  own: "owner@acme.test",
  child: "owner@acme-north.test",
  sibling: "owner@beta.test",
} as const;

async function seenFrom(id: string): Promise<string> {
  const seen: string[] = [];
  for (const [place, email] of Object.entries(lookers)) {
    const { data } = await shop.world.graphql(email, "query ($id: ID!) { node(id: $id) { id } }", { id });
    if (data?.["node"] != null) seen.push(place);
  }
  return seen.join(" ");
}

test("OX8: each role may exactly what was agreed, and each place of the tree sees exactly what was agreed", async () => {
  const rights = guards().map(({ place, permission }) => `${place} ${permission ?? "-"}: ${holdersOf(permission)}`);
  const kinds = Object.keys(foreign) as SweptPrefix[]; // Object.keys forgets the literal keys
  const sights: string[] = [];
  for (const kind of kinds) sights.push(`node ${kind} of a reseller: ${await seenFrom(foreign[kind])}`);
  expect([...new Set(rights)].toSorted().concat(sights.toSorted())).toEqual(agreed);
});
