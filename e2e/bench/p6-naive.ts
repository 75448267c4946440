import { ApolloServer } from "../../server/node_modules/@apollo/server/dist/esm/index.js";
import { defineEntity, p, type InferEntity } from "../../server/node_modules/@mikro-orm/core/index.js";
import { MikroORM, type EntityManager } from "../../server/node_modules/@mikro-orm/postgresql/index.js";
import { Arg, buildSchema, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { encodeId } from "@tierline/shared/id.ts";
import { tierVariables } from "../../server/kernel/viewer.ts";
import type { Ground } from "./ground.ts";
import { answered, pageDocument } from "./p6-page.ts";
import type { PagePeer } from "./p6-peers.ts";

const OfferingRow = defineEntity({
  name: "BenchOffering",
  tableName: "offering",
  properties: { id: p.uuid().primary(), name: p.text() },
});
const ItemRow = defineEntity({
  name: "BenchItem",
  tableName: "inventory_item",
  properties: {
    id: p.uuid().primary(),
    label: p.text(),
    service: () => p.manyToOne(ServiceRow).fieldName("service_id").nullable(),
  },
});
const ServiceRow = defineEntity({
  name: "BenchService",
  tableName: "service",
  properties: {
    id: p.uuid().primary(),
    number: p.integer(),
    name: p.text(),
    customer: () => p.manyToOne(CustomerRow).fieldName("customer_id"),
    offering: () => p.manyToOne(OfferingRow).fieldName("offering_id"),
    items: () => p.oneToMany(ItemRow).mappedBy("service"),
  },
});
const CustomerRow = defineEntity({
  name: "BenchCustomer",
  tableName: "customer",
  properties: {
    id: p.uuid().primary(),
    number: p.integer(),
    name: p.text(),
    sortName: p.text(),
    services: () => p.oneToMany(ServiceRow).mappedBy("customer"),
  },
});

@ObjectType("BenchOffering")
class OfferingType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@ObjectType("BenchItem")
class ItemType {
  @Field(() => ID) id: string;
  @Field(() => String) label: string;
}

@ObjectType("BenchService")
class ServiceType {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field(() => String) name: string;
  @Field(() => OfferingType) offering: OfferingType;
  @Field(() => [ItemType]) items: ItemType[];
}

@ObjectType("BenchServices")
class ServicesType {
  @Field(() => [ServiceType]) nodes: ServiceType[];
}

@ObjectType("BenchCustomer")
class CustomerType {
  row: InferEntity<typeof CustomerRow>;
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field(() => String) name: string;
}

@ObjectType("BenchCustomers")
class CustomersType {
  @Field(() => [CustomerType]) nodes: CustomerType[];
}

@Resolver(() => CustomerType)
class CustomerResolver {
  @Query(() => CustomersType)
  async customers(
    @Arg("first", () => Int) first: number,
    @Ctx() { em }: { em: EntityManager },
  ): Promise<CustomersType> {
    const populate = ["services.offering", "services.items"] as const;
    const orderBy = { sortName: "asc", id: "asc" } as const;
    const rows = await em.find(CustomerRow, {}, { populate, orderBy, limit: first });
    return { nodes: rows.map((row) => ({ row, id: encodeId("cus", row.id), number: row.number, name: row.name })) };
  }

  @FieldResolver(() => ServicesType)
  services(@Root() { row }: CustomerType, @Arg("first", () => Int) first: number): ServicesType {
    return { nodes: row.services.getItems().slice(0, first).map(toService) };
  }
}

function toService({ id, number, name, offering, items }: InferEntity<typeof ServiceRow>): ServiceType {
  return {
    id: encodeId("svc", id),
    number,
    name,
    offering: { id: encodeId("ofr", offering.id), name: offering.name },
    items: items.getItems().map((item) => ({ id: encodeId("itm", item.id), label: item.label })),
  };
}

/** What one writes first: Apollo, TypeGraphQL, and entities with relations, all of which are populated at the root. */
export async function openNaive({ url }: Ground, path: string): Promise<PagePeer> {
  const entities = [CustomerRow, ServiceRow, ItemRow, OfferingRow];
  const orm = await MikroORM.init({ clientUrl: url, entities, pool: { max: 4 } });
  const schema = await buildSchema({ resolvers: [CustomerResolver], orphanedTypes: [], validate: false });
  const apollo = new ApolloServer<{ em: EntityManager }>({ schema });
  await apollo.start();
  return {
    async page(first) {
      const contextValue = { em: orm.em.fork({ session: { variables: tierVariables(path) } }) };
      return answered(await apollo.executeOperation({ query: pageDocument, variables: { first } }, { contextValue }));
    },
    shown: (data) => data,
    async close() {
      await apollo.stop();
      await orm.close(true);
    },
  };
}
