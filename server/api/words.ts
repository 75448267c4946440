import { isToBeSaid } from "@tierline/shared/sentence.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import {
  defaultFieldResolver,
  getNamedType,
  GraphQLString,
  isInterfaceType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import type { RequestContext } from "../kernel/context.ts";

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

/**
 * Sentences travel through the server as keys with values. This is where they become words, in the language of whoever asks: a
 * field of type String may resolve to a sentence, or to a list of them, and nobody else has to think of it.
 */
export function sayInReadersLanguage(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      if (getNamedType(field.type) === GraphQLString) field.resolve = saying(field.resolve ?? defaultFieldResolver);
    }
  }
}

function saying(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const value: unknown = resolve(source, args, context, info);
    if (typeof value !== "object" || value === null) return value;
    return value instanceof Promise ? value.then((found) => said(found, context)) : said(value, context);
  };
}

function said(value: unknown, context: RequestContext): unknown {
  if (Array.isArray(value)) return value.map((each) => said(each, context));
  return isToBeSaid(value) ? rendered(value, context.language) : value;
}
