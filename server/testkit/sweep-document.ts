import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  parse,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";

export type Root = "Query" | "Mutation" | "Subscription";

/** Every root field there is, read from the schema: a new one is swept without anybody adding it to a list. */
export function rootFields(
  schema: GraphQLSchema,
): { readonly root: Root; readonly field: GraphQLField<unknown, unknown> }[] {
  return (["Query", "Mutation", "Subscription"] as const).flatMap((root) => {
    const type = schema.getType(root);
    return isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ root, field })) : [];
  });
}

/** Asks a root field for everything below it, some levels deep, with one variable an argument. Executed, never validated: the
 * fields of an interface's types may clash in their types. */
export function documentOf(
  schema: GraphQLSchema,
  root: Root,
  field: GraphQLField<unknown, unknown>,
  levels: number,
): DocumentNode {
  const variables = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(", ");
  const args = field.args.map(({ name }) => `${name}: $${name}`).join(", ");
  const head = variables === "" ? "" : `(${variables})`;
  const call = args === "" ? "" : `(${args})`;
  return parse(`${root.toLowerCase()} ${head} { ${field.name}${call} ${everythingOf(schema, field.type, levels)} }`);
}

function everythingOf(schema: GraphQLSchema, type: GraphQLField<unknown, unknown>["type"], depth: number): string {
  const named = getNamedType(type) as GraphQLNamedType;
  if (isObjectType(named)) return `{ __typename ${fieldsOf(schema, named, depth)} }`;
  if (!isAbstractType(named)) return "";
  const parts = schema
    .getPossibleTypes(named)
    .map((each) => `... on ${each.name} { ${fieldsOf(schema, each, depth)} }`);
  return `{ __typename ${parts.join(" ")} }`;
}

function fieldsOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (!isObjectType(type)) return "";
  return Object.values(type.getFields())
    .map((field) => {
      const needed = field.args.filter(isRequiredArgument).map(({ name }) => name);
      if (needed.some((name) => name !== "first")) return "";
      if (depth === 1 && isCompositeType(getNamedType(field.type))) return "";
      const inside = everythingOf(schema, field.type, depth - 1);
      return `${field.name}${needed.length === 0 ? "" : "(first: 3)"} ${inside}`;
    })
    .join(" ");
}

export interface IdPlace {
  /** From the field's arguments inwards, e.g. `["input", "customerId"]`. */
  readonly path: readonly string[];
  readonly isList: boolean;
}

/** Every argument of type ID, through inputs of inputs. */
export function idPlaces(field: GraphQLField<unknown, unknown>): IdPlace[] {
  return field.args.flatMap(({ name, type }) => placesIn(type, [name]));
}

function placesIn(type: GraphQLInputType, path: readonly string[]): IdPlace[] {
  const named = getNamedType(type);
  if (named.name === "ID") return [{ path, isList: isListType(isNonNullType(type) ? type.ofType : type) }];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((each) => placesIn(each.type, [...path, each.name]));
}

/** A copy with one value exchanged; what leads there is made where it is absent. */
export function withValue(
  args: Readonly<Record<string, unknown>>,
  path: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const [first = "", ...rest] = path;
  if (rest.length === 0) return { ...args, [first]: value };
  const found = (args[first] ?? {}) as Record<string, unknown> | readonly Record<string, unknown>[];
  // Of a list of inputs each gets it.
  const inside = Array.isArray(found)
    ? found.map((each: Record<string, unknown>) => withValue(each, rest, value))
    : withValue(found as Record<string, unknown>, rest, value);
  return { ...args, [first]: inside };
}
