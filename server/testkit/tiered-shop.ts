import type { ExecutionResult } from "graphql";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect } from "vitest";
import { offeringsOfTests } from "./catalog-of-tests.ts";
import { addOffering, openShop, type Shop } from "./shop.ts";
import { resellersOfTests, type TestReseller } from "./tree.ts";

export interface Refused {
  code: string;
  path: string[] | null;
}

/** The API's id. */
export const rsl = (key: TestReseller) => encodeId("rsl", resellersOfTests[key].id);

export const codeOf = (errors: ExecutionResult["errors"]) =>
  (errors?.[0]?.originalError as { code?: string } | undefined)?.code;

/** What Acme made itself, as far as it is sold. */
export const ofAcme = ["Business VoIP", "Data boost 5 GB", "Fibre 100", "Mobile - 20 GB"];

/** Tierline › Nord › Acme › AcmeNorth: Tierline sells two plans and an add-on, Nord one plan; Acme has a catalog of its own. */
export async function openTieredShop() {
  const shop = await openShop();
  await shop.lab();
  const plant = (at: TestReseller, name: string, kind: "PLAN" | "ADDON" = "PLAN") => planted(shop, at, name, kind);
  const offerings = {
    gold: await plant("tierline", "Gold"),
    silver: await plant("tierline", "Silver"),
    extra: await plant("tierline", "Extra", "ADDON"),
    nordic: await plant("nord", "Nordic"),
  };
  const { world } = shop;
  async function ask<T>(user: string, document: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await world.graphql(user, document, variables);
    expect(errors).toBeUndefined();
    return data as T;
  }
  /** Why it was refused, with the field; nothing when it was done. */
  async function letSell(user: string, key: TestReseller, offeringIds: readonly string[] | null): Promise<string[]> {
    const [row] = await world.database.rows<{ version: number }>("select version from reseller where id = $1", [
      resellersOfTests[key].id,
    ]);
    const answer = await ask<{ letResellerSell: { userErrors: Refused[] } }>(
      user,
      "mutation ($input: LetResellerSellInput!) { letResellerSell(input: $input) { reseller { id sellsAll } userErrors { code path } } }",
      { input: { id: rsl(key), version: row?.version, offeringIds } },
    );
    return answer.letResellerSell.userErrors.map(({ code, path }) => `${code} ${(path ?? []).join(".")}`);
  }
  /** What a list shows, with its counts beside it. */
  async function catalogOf(user: string, filter = ""): Promise<string[]> {
    const { offerings: listed } = await ask<Listed>(
      user,
      `{ offerings(first: 50${filter}) { nodes { name } totalCount { value } kindCounts { count } } }`,
    );
    const names = listed.nodes.map(({ name }) => name);
    expect(listed.totalCount.value).toBe(names.length);
    expect(listed.kindCounts.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(names.length);
    return names;
  }
  return {
    ...shop,
    ...offerings,
    plant,
    ask,
    letSell,
    catalogOf,
    fromAbove: async (user: string, filter = "") =>
      (await catalogOf(user, filter)).filter((name) => !ofAcme.includes(name)),
    /** As it was before: everybody sells all. */
    letAll: () =>
      world.database.rows(
        "set local session_replication_role = replica; update reseller set sells_all = true; delete from sellable_offering; delete from audit_entry",
      ),
  };
}

interface Listed {
  offerings: { nodes: { name: string }[]; totalCount: { value: number }; kindCounts: { count: number }[] };
}

async function planted({ world }: Shop, at: TestReseller, name: string, kind: "PLAN" | "ADDON"): Promise<string> {
  const { id: resellerId, path } = resellersOfTests[at];
  const id = newId();
  const { p4 } = offeringsOfTests;
  await addOffering(world, kind === "PLAN" ? "voip" : "data-boost", {
    ...p4,
    id,
    resellerId,
    path,
    kind,
    slug: name.toLowerCase(),
    name,
    segments: ["INDIVIDUAL", "BUSINESS"],
    prices: p4.prices.map((price) => ({ ...price, path })),
  });
  return encodeId("ofr", id);
}
