import pg from "pg";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { execute, hookArgs } from "postgraphile/grafast";
import { parse } from "postgraphile/graphql";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { encodeId } from "@tierline/shared/id.ts";
import { tierVariables } from "../../server/kernel/viewer.ts";
import type { Ground } from "./ground.ts";
import { checked } from "./p6-page.ts";
import type { PagePeer } from "./p6-peers.ts";

const document = `query Page($first: Int!) { allCustomers(first: $first, orderBy: [SORT_NAME_ASC, ROW_ID_ASC]) { nodes {
  rowId number name servicesByCustomerId(first: 3) { nodes { rowId number name
    offeringByOfferingId { rowId name } inventoryItemsByServiceId { nodes { rowId label } } } } } } }`;

interface Named {
  readonly rowId: string;
  readonly number: number;
  readonly name: string;
}

type Nodes<T> = { readonly nodes: readonly T[] };

type Service = Named & {
  readonly offeringByOfferingId: Named;
  readonly inventoryItemsByServiceId: Nodes<{ readonly rowId: string; readonly label: string }>;
};

interface Answer {
  readonly allCustomers: Nodes<Named & { readonly servicesByCustomerId: Nodes<Service> }>;
}

/** PostGraphile 5 makes its API of the tables as it finds them, and enters the tier by its own settings for PostgreSQL. */
export async function openPostGraphile(ground: Ground, path: string): Promise<PagePeer> {
  // We keep no foreign key there; it is told of the relation in the way that it asks for.
  await ground.rows("comment on table inventory_item is '@foreignKey (service_id) references service (id)'");
  const pool = new pg.Pool({ connectionString: ground.url, max: 4 });
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    pgServices: [makePgService({ pool, schemas: ["public"] })],
    grafast: { context: { pgSettings: tierVariables(path) } },
  });
  const { schema, resolvedPreset } = await instance.getSchemaResult();
  const parsed = parse(document); // once, as its server does: plans are kept by the parsed document
  return {
    async page(first) {
      const args = { schema, document: parsed, variableValues: { first }, resolvedPreset, requestContext: {} };
      return checked(await execute(await hookArgs(args)));
    },
    shown: (data) => shown(data as Answer), // of the document above
    async close() {
      await instance.release();
      await pool.end();
    },
  };
}

function shown({ allCustomers }: Answer) {
  const nodes = allCustomers.nodes.map(({ rowId, number, name, servicesByCustomerId: services }) => {
    return { id: encodeId("cus", rowId), number, name, services: { nodes: services.nodes.map(shownService) } };
  });
  return { customers: { nodes } };
}

function shownService({
  rowId,
  number,
  name,
  offeringByOfferingId: offering,
  inventoryItemsByServiceId: items,
}: Service) {
  return {
    id: encodeId("svc", rowId),
    number,
    name,
    offering: { id: encodeId("ofr", offering.rowId), name: offering.name },
    items: items.nodes.map(({ rowId: id, label }) => ({ id: encodeId("itm", id), label })),
  };
}
