import { getNamedType, isEnumType, isInterfaceType, isObjectType, isUnionType, type GraphQLNamedType } from "graphql";
import { expect, test } from "vitest";
import { modules } from "../app.ts";
import { buildApiSchema } from "./schema.ts";

const schema = buildApiSchema(modules);

/** Whatever a query can answer, to any depth. */
function answeredTypes(root: GraphQLNamedType): ReadonlySet<GraphQLNamedType> {
  const seen = new Set<GraphQLNamedType>();
  const waiting = [root];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (seen.has(type)) continue;
    seen.add(type);
    if (isUnionType(type)) waiting.push(...type.getTypes());
    if (isInterfaceType(type)) waiting.push(...schema.getPossibleTypes(type));
    if (isObjectType(type) || isInterfaceType(type))
      waiting.push(...Object.values(type.getFields()).map((field) => getNamedType(field.type)));
  }
  return seen;
}

function fieldsOf(types: Iterable<GraphQLNamedType>) {
  return [...types].flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).map((field) => ({ place: `${type.name}.${field.name}`, field }))
      : [],
  );
}

/** Named like a secret, and none. */
const harmless = new Set(["ApiRequest.documentHash"]);

test("VX17, U33: nothing that a query can answer is a password, a key or another secret", () => {
  const query = schema.getQueryType();
  if (query == null) throw new Error("the schema has queries");
  const answered = answeredTypes(query);
  expect(answered.size).toBeGreaterThan(50);
  const suspicious = fieldsOf(answered)
    .filter(({ field }) => /password|secret|token|hash|credential/i.test(field.name))
    .filter(({ field }) => getNamedType(field.type).name === "String")
    .map(({ place }) => place);
  expect(suspicious.filter((place) => !harmless.has(place))).toEqual([]);
});

test("U32: what is true or false, an amount or an instant is of a type that says so", () => {
  const all = fieldsOf(Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__")));
  const typeOf = (name: RegExp, wanted: readonly string[]) =>
    all
      .filter(({ field }) => name.test(field.name) && !wanted.includes(getNamedType(field.type).name))
      .map(({ place, field }) => `${place}: ${String(field.type)}`);
  expect(typeOf(/^(is|has)[A-Z]/, ["Boolean"])).toEqual([]);
  expect(typeOf(/^(at|.*(ed|es)At)$/, ["DateTime"])).toEqual([]);
  // A thing of its own, such as the role that was changed, says more than a word would.
  const things = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .map(({ name }) => name);
  const closed = typeOf(/^(state|status|kind|channel|role)$/, [...enumNames(), ...things, "Int"]);
  expect(closed).toEqual(["ServiceBalance.kind: String!"]); // named by the charging system, whose list is its own
});

function enumNames(): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isEnumType)
    .map(({ name }) => name);
}
