import fastify from "fastify";
import mercurius from "mercurius";
import pg from "pg";
import { encodeId } from "@tierline/shared/id.ts";
import { tierVariables } from "../../server/kernel/viewer.ts";
import type { Ground } from "./ground.ts";
import { checked, pageDocument } from "./p6-page.ts";

/** Another way to the same page, under the same row security. */
export interface PagePeer {
  page(first: number): Promise<unknown>;
  /** Its answer in our words, for comparing; not timed. */
  shown(data: unknown): unknown;
  close(): Promise<void>;
}

declare module "fastify" {
  interface FastifyReply {
    /** Mercurius adds it. */
    graphql(source: string, context: object, variables: object): Promise<unknown>;
  }
}

const typeDefinitions = `
  type Query { customers(first: Int!): Customers! }
  type Customers { nodes: [Customer!]! }
  type Customer { id: ID! number: Int! name: String! services(first: Int!): Services! }
  type Services { nodes: [Service!]! }
  type Service { id: ID! number: Int! name: String! offering: Offering! items: [Item!]! }
  type Offering { id: ID! name: String! }
  type Item { id: ID! label: String! }`;

interface Row {
  readonly id: string;
  readonly [column: string]: unknown;
}

/** Mercurius with its JIT on and a loader per relation, over plain `pg` on a connection that already is in its tier. */
export async function openMercurius({ url }: Ground, path: string): Promise<PagePeer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const [name, value] of Object.entries(tierVariables(path))) {
    await client.query("select set_config($1, $2, false)", [name, value]);
  }
  const ask = async (name: string, text: string, values: unknown[]): Promise<Row[]> =>
    (await client.query<Row>({ name, text, values })).rows;
  const grouped = (rows: readonly Row[], column: string) => Map.groupBy(rows, (row) => row[column] as string);
  type Asked = { obj: Row }[];
  const app = fastify();
  await app.register(mercurius, {
    schema: typeDefinitions,
    jit: 1,
    resolvers: {
      Query: {
        customers: async (_root: unknown, { first }: { first: number }) => ({
          nodes: await ask("c", "select id, number, name from customer order by sort_name, id limit $1", [first]),
        }),
      },
      Customer: { id: ({ id }: Row) => encodeId("cus", id) },
      Service: { id: ({ id }: Row) => encodeId("svc", id) },
      Offering: { id: ({ id }: Row) => encodeId("ofr", id) },
      Item: { id: ({ id }: Row) => encodeId("itm", id) },
    },
    loaders: {
      Customer: {
        async services(asked: Asked) {
          const text =
            "select id, number, name, customer_id, offering_id from service where customer_id = any($1::uuid[])";
          const of = grouped(await ask("s", text, [asked.map(({ obj }) => obj.id)]), "customer_id");
          return asked.map(({ obj }) => ({ nodes: of.get(obj.id) ?? [] }));
        },
      },
      Service: {
        async offering(asked: Asked) {
          const ids = [...new Set(asked.map(({ obj }) => obj["offering_id"]))];
          const rows = await ask("o", "select id, name from offering where id = any($1::uuid[])", [ids]);
          const of = new Map(rows.map((row) => [row.id, row]));
          return asked.map(({ obj }) => of.get(obj["offering_id"] as string));
        },
        async items(asked: Asked) {
          const text = "select id, label, service_id from inventory_item where service_id = any($1::uuid[])";
          const of = grouped(await ask("i", text, [asked.map(({ obj }) => obj.id)]), "service_id");
          return asked.map(({ obj }) => of.get(obj.id) ?? []);
        },
      },
    },
  });
  let answer: unknown;
  app.get<{ Querystring: { first: string } }>("/", async ({ query }, reply) => {
    answer = await reply.graphql(pageDocument, {}, { first: Number(query.first) });
    return "";
  });
  await app.ready();
  return {
    async page(first) {
      await app.inject(`/?first=${first}`); // loaders work within a request only
      return checked(answer as never);
    },
    shown: (data) => data,
    async close() {
      await app.close();
      await client.end();
    },
  };
}
