import {
  GraphQLError,
  isLeafType,
  isListType,
  getNamedType,
  isNonNullType,
  Kind,
  parse,
  specifiedRules,
  validate,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  type GraphQLType,
  type OperationDefinitionNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
// Its ES build names graphql's ES files, which are not the ones that everything else loads.
import { getComplexity, type ComplexityEstimator } from "graphql-query-complexity/cjs";
import {
  aliasesMax,
  depthMax,
  directivesMax,
  errorsMax,
  mutationRootsMax,
  operationCostMax,
  queryRootsMax,
  requestBytesMax,
  tokensMax,
} from "@tierline/shared/limits.ts";

/** The same for HTTP and WebSocket; told by `apiLimits` and in schema/README.md. */
export const limits = {
  bodyBytes: requestBytesMax,
  tokens: tokensMax,
  depth: depthMax,
  aliases: aliasesMax,
  directives: directivesMax,
  queryRoots: queryRootsMax,
  mutationRoots: mutationRootsMax,
  cost: operationCostMax,
} as const;

const listWithoutSize = 5;

export function parseLimited(source: string): DocumentNode {
  return parse(source, { maxTokens: limits.tokens });
}

/** Validation rules beside GraphQL's own: they count before anything is executed. */
export const limitRules: readonly ValidationRule[] = [countAliases, countDirectives, countRoots, measureDepth];

function refuse(context: ValidationContext, message: string): void {
  context.reportError(new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } }));
}

function countAliases(context: ValidationContext): ASTVisitor {
  let count = 0;
  return {
    Field(node) {
      if (node.alias === undefined) return;
      count += 1;
      if (count === limits.aliases + 1) refuse(context, `A document may hold at most ${limits.aliases} aliases.`);
    },
  };
}

function countDirectives(context: ValidationContext): ASTVisitor {
  let count = 0;
  return {
    Directive() {
      count += 1;
      if (count === limits.directives + 1)
        refuse(context, `A document may hold at most ${limits.directives} directives.`);
    },
  };
}

function countRoots(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      const most = node.operation === "mutation" ? limits.mutationRoots : limits.queryRoots;
      if (node.selectionSet.selections.length > most)
        refuse(context, `A ${node.operation} may hold at most ${most} root fields.`);
    },
  };
}

function measureDepth(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (depthOf(context, node.selectionSet, new Set()) > limits.depth) {
        refuse(context, `A document may be at most ${limits.depth} levels deep.`);
      }
    },
  };
}

/** Fragments are followed, and one that contains itself is left to the rule that forbids it. */
function depthOf(
  context: ValidationContext,
  selections: OperationDefinitionNode["selectionSet"],
  open: ReadonlySet<string>,
): number {
  let deepest = 0;
  for (const selection of selections.selections) {
    if (deepest > limits.depth) return deepest;
    if (selection.kind === Kind.FIELD) {
      // Introspection is deep by nature and limited by its own rule.
      const inside =
        selection.selectionSet === undefined || selection.name.value.startsWith("__")
          ? 0
          : depthOf(context, selection.selectionSet, open);
      deepest = Math.max(deepest, 1 + inside);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      deepest = Math.max(deepest, depthOf(context, selection.selectionSet, open));
    } else if (!open.has(selection.name.value)) {
      const fragment = context.getFragment(selection.name.value);
      if (fragment != null)
        deepest = Math.max(deepest, depthOf(context, fragment.selectionSet, new Set([...open, fragment.name.value])));
    }
  }
  return deepest;
}

/** What a document may ask for, found out before its first statement: values of variables included. */
export function validateLimited(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  return validate(schema, document, [...specifiedRules, ...limitRules], { maxErrors: errorsMax }).slice(0, errorsMax);
}

/** An object costs 1, a scalar nothing, a page its size times its content, a mutation 10 besides. */
const estimate: ComplexityEstimator = ({ field, args, childComplexity, type }) => {
  if (isLeafType(getNamedType(field.type))) return 0;
  const root = type.name === "Mutation" ? 10 : 0;
  const first: unknown = args["first"];
  if (typeof first === "number") return root + 1 + Math.max(first, 0) * Math.max(childComplexity, 1);
  const isPagePart = type.name.endsWith("Connection") && (field.name === "nodes" || field.name === "edges");
  if (isPagePart || type.name.endsWith("Edge")) return childComplexity + (isPagePart ? 0 : 1);
  return root + (1 + childComplexity) * (isList(field.type) ? listWithoutSize : 1);
};

function isList(type: GraphQLType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** What a document cost the last time, and with what: counting walks all of it, and the same is asked again and again. */
const lastCosts = new WeakMap<DocumentNode, { readonly asked: string; readonly cost: number }>();
const rememberedLengthMax = 1_000;

export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown> | null | undefined,
  operationName: string | null | undefined,
): number {
  const asked = JSON.stringify([operationName, variables]);
  const last = lastCosts.get(document);
  if (last?.asked === asked) return last.cost;
  const cost = getComplexity({
    schema,
    query: document,
    variables: variables ?? {},
    ...(operationName == null ? {} : { operationName }),
    estimators: [estimate],
  });
  if (asked.length <= rememberedLengthMax) lastCosts.set(document, { asked, cost });
  return cost;
}

/** Null when the operation is affordable. */
export function costProblem(cost: number): GraphQLError | null {
  if (cost <= limits.cost) return null;
  return new GraphQLError(
    `This operation costs ${cost} points; ${limits.cost} are allowed. Ask for smaller pages or fewer nested lists.`,
    {
      extensions: { code: "BAD_USER_INPUT", cost },
    },
  );
}
