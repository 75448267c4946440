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
  type SelectionNode,
  type SelectionSetNode,
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
  selectionsMax,
  tokensMax,
} from "@tierline/shared/limits.ts";

/** The same for HTTP and WebSocket; told by `apiLimits` and in schema/README.md. */
export const limits = {
  bodyBytes: requestBytesMax,
  tokens: tokensMax,
  depth: depthMax,
  aliases: aliasesMax,
  directives: directivesMax,
  selections: selectionsMax,
  queryRoots: queryRootsMax,
  mutationRoots: mutationRootsMax,
  cost: operationCostMax,
} as const;

const listWithoutSize = 5;

export function parseLimited(source: string): DocumentNode {
  return parse(source, { maxTokens: limits.tokens });
}

/** Validation rules beside GraphQL's own: they count before anything is executed. */
export const limitRules: readonly ValidationRule[] = [countAliases, countDirectives, countRoots, measure];

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

function measure(context: ValidationContext): ASTVisitor {
  const known = new Map<string, Size>();
  return {
    OperationDefinition(node) {
      const { depth, selections } = sizeOf(context, node.selectionSet, known);
      if (depth > limits.depth) refuse(context, `A document may be at most ${limits.depth} levels deep.`);
      if (selections > limits.selections) {
        const most = `at most ${limits.selections} selections, each fragment written out wherever it is spread`;
        refuse(context, `An operation may hold ${most}.`);
      }
    },
  };
}

interface Size {
  readonly depth: number;
  /** Infinite where it grows beyond what a number holds. */
  readonly selections: number;
}

const nothing: Size = { depth: 0, selections: 0 };

/**
 * As large as it is with its fragments written out. Each fragment is measured once, however often it is spread: fragments that
 * double thirty times are a billion fields in thirty lines. One that contains itself is left to the rule that forbids it.
 */
function sizeOf(context: ValidationContext, { selections }: SelectionSetNode, known: Map<string, Size>): Size {
  const size = { depth: 0, selections: selections.length };
  for (const selection of selections) {
    const inside = insideOf(context, selection, known);
    size.depth = Math.max(size.depth, inside.depth + (selection.kind === Kind.FIELD ? 1 : 0));
    size.selections += inside.selections;
  }
  return size;
}

function insideOf(context: ValidationContext, selection: SelectionNode, known: Map<string, Size>): Size {
  if (selection.kind === Kind.INLINE_FRAGMENT) return sizeOf(context, selection.selectionSet, known);
  if (selection.kind === Kind.FIELD) {
    if (selection.selectionSet === undefined) return nothing;
    const inside = sizeOf(context, selection.selectionSet, known);
    // Introspection is deep by nature and limited by its own rule.
    return selection.name.value.startsWith("__") ? { ...inside, depth: 0 } : inside;
  }
  const name = selection.name.value;
  const measured = known.get(name);
  if (measured !== undefined) return measured;
  const fragment = context.getFragment(name);
  if (fragment == null) return nothing;
  known.set(name, nothing); // while it is open
  const size = sizeOf(context, fragment.selectionSet, known);
  known.set(name, size);
  return size;
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
