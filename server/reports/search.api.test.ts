import { encodeId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { catchUp } from "../testkit/catch-up.ts";
import { askAs, customersOfTests, jane } from "../testkit/customers-of-tests.ts";
import { offeringsOfTests } from "../testkit/catalog-of-tests.ts";
import { naughtyStrings } from "../testkit/naughty-strings.ts";
import { openShop } from "../testkit/shop.ts";
import { search } from "./search.ts";

const shop = await openShop();
const { world } = shop;

beforeAll(async () => {
  await shop.lab();
  await shop.orderMobile("agent@acme.test", "123");
  // Seen as after a finished run: the items are on the service.
  await world.database.rows(`set local session_replication_role = replica;
    update inventory_item i set state = 'ASSIGNED', service_id = r.service_id, customer_id = r.customer_id, customer_path = r.path,
      held_by_run_id = null
    from provisioning_run r where i.held_by_run_id = r.id;
    update service set state = 'ACTIVE'`);
  await catchUp(world);
});

interface Hit {
  title: string;
  detail: string;
  matched: string | null;
  node: { __typename: string; id: string };
}

const document =
  "query ($text: String!, $first: Int = 20) { search(text: $text, first: $first) { nodes { title detail matched node { __typename ... on Node { id } } } edges { cursor } pageInfo { hasNextPage } } }";

async function hits(text: string, user = "agent@acme.test", first = 20): Promise<Hit[]> {
  const { data, errors } = await world.graphql(user, document, { text, first });
  expect(errors).toBeUndefined();
  return (data!["search"] as { nodes: Hit[] }).nodes;
}

const kinds = async (text: string, user?: string) =>
  (await hits(text, user)).map(({ node, title }) => `${node.__typename} ${title}`);

test("O41: typing a phone's last digits finds the number, and the service that has it", async () => {
  const found = await hits("900123");
  expect(found.map(({ node, title, detail }) => [node.__typename, title, detail])).toEqual([
    ["Service", expect.stringMatching(/^Mobile/), "John Smith (ID: 123)"],
    ["InventoryItem", "+44 7700 900123", ""],
  ]);
  expect(await kinds("07700 900123")).toEqual(found.map(({ node, title }) => `${node.__typename} ${title}`));
});

test("a name finds the customer and what the customer has", async () => {
  const found = await hits("smith");
  expect(found.map(({ node }) => node.__typename)).toEqual(["Customer", "Service"]);
  expect(found[0]).toMatchObject({ title: "John Smith (ID: 123)", detail: "john.smith@example.com", matched: null });
});

test("O11: a search of everything says what it matched where the title does not show it", async () => {
  expect((await hits("john.smith@"))[0]).toMatchObject({
    title: "John Smith (ID: 123)",
    matched: "john.smith@example.com",
  });
  expect((await hits("+123456"))[0]).toMatchObject({ title: "John Smith (ID: 123)", matched: "+1234567890" });
});

test("a short number finds whatever bears it", async () => {
  const [{ number }] = (await world.database.rows<{ number: number }>("select number from provisioning_run")) as [
    { number: number },
  ];
  expect((await hits(`#${number}`)).map(({ node }) => node.__typename)).toEqual(["Service", "ProvisioningRun"]);
  expect((await hits("123"))[0]).toMatchObject({ title: "John Smith (ID: 123)" });
});

test("offerings are found by name, items by label from beginning and end", async () => {
  expect(await kinds("fibre")).toEqual(["Offering Fibre 100"]);
  expect((await hits("fibre"))[0]?.node.id).toBe(encodeId("ofr", offeringsOfTests.p2.id));
  expect(await kinds("SIM-00124")).toEqual(["InventoryItem SIM-00124"]);
  expect(await kinds("00124")).toContain("InventoryItem SIM-00124");
  expect(await kinds("Old plan")).toEqual([]);
});

test("U14: another tier finds nothing of it, and a customer's user may not search everything", async () => {
  for (const text of ["John", "900123", "123", "SIM-00123", encodeId("cus", customersOfTests.johnSmith.id)]) {
    for (const { node } of await hits(text, "owner@beta.test")) {
      expect(node).toEqual({ __typename: "Customer", id: encodeId("cus", customersOfTests.johnnyBeta.id) });
    }
  }
  expect(await kinds("John", "owner@beta.test")).toEqual(["Customer Johnny Beta (ID: 900)"]);
  const { errors } = await askAs(world, jane, document, { text: "John" });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});

test("each part is searched only for who may see it", async () => {
  const context = world.as("agent@acme.test");
  const permissions = new Set(
    [...context.viewer.permissions].filter((each) => each !== "customer.view" && each !== "inventory.view"),
  );
  const page = await search({ ...context, viewer: { ...context.viewer, permissions } }, "smith", { first: 20 });
  expect(page.nodes).toEqual([]);
});

test("a page is as long as asked, says that there is more, and is refused beyond a hundred", async () => {
  const { data } = await world.graphql("agent@acme.test", document, { text: "John", first: 2 });
  expect(data!["search"]).toMatchObject({
    nodes: [{ title: "John Smith (ID: 123)" }, { node: { __typename: "Service" } }],
    pageInfo: { hasNextPage: true },
  });
  for (const variables of [
    { text: "x", first: 0 },
    { text: "x", first: 101 },
    { text: "x".repeat(201) },
    { text: "a\0" },
    { text: "\ud800" },
  ]) {
    const { errors } = await world.graphql("agent@acme.test", document, variables);
    expect(errors?.[0]?.originalError).toMatchObject({ code: "BAD_USER_INPUT" });
  }
  expect(await hits("   ")).toEqual([]);
});

test("any naughty string can be searched for", async () => {
  for (const text of naughtyStrings.filter((_, index) => index % 5 === 0)) {
    const outcome: unknown = await search(world.as("agent@acme.test"), text, { first: 5 }).catch(
      (error: unknown) => error,
    );
    if (outcome instanceof Error) expect(outcome).toMatchObject({ code: "BAD_USER_INPUT" });
  }
});
