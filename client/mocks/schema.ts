import { rendered } from "@tierline/shared/render-sentence.ts";
import { isToBeSaid } from "@tierline/shared/sentence.ts";
import { encodeId, type IdPrefix, idPrefixes } from "@tierline/shared/id.ts";
import {
  buildSchema,
  defaultFieldResolver,
  type DocumentNode,
  execute,
  type ExecutionResult,
  GraphQLScalarType,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  parse,
  validate,
} from "graphql";
import contract from "../../schema/schema.graphql?raw";
import type { Field, Fields } from "./fields.ts";
import { allowances } from "./resolvers/allowances.ts";
import { brand } from "./resolvers/brand.ts";
import { audit } from "./resolvers/audit.ts";
import { billing } from "./resolvers/billing.ts";
import { calls } from "./resolvers/calls.ts";
import { catalog } from "./resolvers/catalog.ts";
import { customers } from "./resolvers/customers.ts";
import { home } from "./resolvers/home.ts";
import { network } from "./resolvers/network.ts";
import { liveCalls } from "./resolvers/live-calls.ts";
import { nodes } from "./resolvers/nodes.ts";
import { orders } from "./resolvers/orders.ts";
import { people } from "./resolvers/people.ts";
import { playbooks } from "./resolvers/playbooks.ts";
import { developers } from "./resolvers/developers.ts";
import { problems } from "./resolvers/problems.ts";
import { priceLists } from "./resolvers/price-lists.ts";
import { explainedPrices } from "./resolvers/explained-prices.ts";
import { rates } from "./resolvers/rates.ts";
import { reports } from "./resolvers/reports.ts";
import { resellers } from "./resolvers/resellers.ts";
import { runs } from "./resolvers/runs.ts";
import { bulk } from "./resolvers/bulk.ts";
import { meetings } from "./resolvers/meetings.ts";
import { screening } from "./resolvers/screening.ts";
import { services } from "./resolvers/services.ts";
import { stock } from "./resolvers/stock.ts";
import { subscribers } from "./resolvers/subscribers.ts";
import { viewer } from "./resolvers/viewer.ts";
import { notInPreview } from "./not-in-preview.ts";
import { refuseUnless, type World } from "./world.ts";

export const schema = buildSchema(contract);

/** The forms in which the server writes these; a row that does not fit is a mistake here, and shows as an error. */
const forms = {
  DateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  Date: /^\d{4}-\d{2}-\d{2}$/,
  Decimal: /^-?\d+(\.\d+)?$/,
} as const;

for (const [name, form] of Object.entries(forms)) {
  const scalar = schema.getType(name);
  if (!(scalar instanceof GraphQLScalarType)) throw new TypeError(`The contract has no scalar ${name}.`);
  scalar.serialize = (value) => {
    const text = value instanceof Date ? value.toISOString() : value;
    if (typeof text === "string" && form.test(text)) return text;
    throw new TypeError(`Not a ${name}: ${String(value)}`);
  };
}

const nouns: readonly Readonly<Record<string, Fields>>[] = [
  viewer,
  developers,
  problems,
  bulk,
  meetings,
  subscribers,
  screening,
  rates,
  explainedPrices,
  allowances,
  brand,
  reports,
  priceLists,
  resellers,
  customers,
  billing,
  calls,
  liveCalls,
  catalog,
  stock,
  services,
  orders,
  runs,
  people,
  audit,
  playbooks,
  network,
  nodes,
  home,
];

function fieldOf(type: string, name: string): Field<never> | undefined {
  for (const noun of nouns) {
    const field = noun[type]?.[name];
    if (field !== undefined) return field;
  }
  return undefined;
}

const rootTypes = new Set(["Query", "Mutation", "Subscription"]);
const prefixes = new Map<string, IdPrefix>([
  ...Object.entries(idPrefixes).map(
    ([noun, prefix]) => [noun.charAt(0).toUpperCase() + noun.slice(1), prefix] as const,
  ),
  ["TierNode", "rsl"],
]);

/** Where sentences become words, as the server does it. */
function said(value: unknown, world: World): unknown {
  if (Array.isArray(value) && value.some(isToBeSaid)) return value.map((each) => said(each, world));
  return isToBeSaid(value) ? rendered(value, world.language ?? world.asked) : value;
}

/** As the contract says of each root field what it requires. */
function assertPermitted(world: World, { parentType, fieldName }: GraphQLResolveInfo): void {
  const description = parentType.getFields()[fieldName]?.description ?? "";
  const [, permission] = /Requires the permission `([^`]+)`/.exec(description) ?? [];
  if (permission !== undefined) refuseUnless(world, permission);
}

const fieldResolver: GraphQLFieldResolver<unknown, World> = (source, args, world, info) => {
  const type = info.parentType.name;
  if (rootTypes.has(type)) assertPermitted(world, info);
  const field = fieldOf(type, info.fieldName);
  if (field !== undefined) {
    const value = field(source as never, args as never, world); // the schema has checked both
    return said(value, world);
  }
  if (rootTypes.has(type)) throw notInPreview();
  const value: unknown = defaultFieldResolver(source, args, world, info);
  if (isToBeSaid(value)) return said(value, world);
  const prefix = info.fieldName === "id" ? prefixes.get(type) : undefined;
  return prefix !== undefined && typeof value === "string" && value.includes("-") ? encodeId(prefix, value) : value;
};

/** Carries out any operation of the contract on the world in this tab; of a subscription, what it would say at this moment. */
export async function answer(
  world: World,
  query: string | DocumentNode,
  variables: Readonly<Record<string, unknown>> = {},
  event: unknown = null,
): Promise<ExecutionResult> {
  const document = typeof query === "string" ? parse(query) : query;
  const errors = validate(schema, document);
  if (errors.length > 0) return { errors };
  return execute({
    schema,
    document,
    rootValue: event,
    contextValue: world,
    variableValues: variables,
    fieldResolver,
  });
}
