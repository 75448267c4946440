import "reflect-metadata";
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from "graphql";
import { freshProofMinutes } from "@tierline/shared/limits.ts";
import { permissions } from "@tierline/shared/permission.ts";
import { buildSchemaSync, getMetadataStorage, type NonEmptyArray, type PubSub } from "type-graphql";
import type { Module } from "../kernel/module-shape.ts";
import { sensitiveMutations } from "../kernel/fresh-proof.ts";
import { invariant } from "../kernel/rejection.ts";
import { permissionOf } from "../kernel/requires.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import { GenericErrorTypes } from "./error-types.ts";
import { NodeResolver } from "./node.resolver.ts";
import { publicRootFields } from "./public-fields.ts";
import { sayInReadersLanguage } from "./words.ts";

// TypeGraphQL asks for a bus as soon as there is a subscription; ours is kernel/changes.ts, and every field brings its own
// `subscribe`. Its own bus would end the process after 1,024 unread events.
const noBus: PubSub = {
  publish() {
    throw new Error("Announce changes through kernel/changes.ts.");
  },
  subscribe() {
    throw new Error("Subscribe through kernel/changes.ts.");
  },
};

/** One schema of all modules. A root field without a permission that is not on the list of public ones stops the boot. */
export function buildApiSchema(modules: readonly Module[]): GraphQLSchema {
  const resolvers = [NodeResolver, ...modules.flatMap((module) => module.resolvers ?? [])];
  const schema = buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<never>, // TypeGraphQL's type wants at least one, and there is one
    orphanedTypes: [...GenericErrorTypes, ...modules.flatMap((module) => module.orphanedTypes ?? [])],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
    pubSub: noBus,
  });
  for (const { root, field, permission } of rootGuards()) describe(schema, root, field, permission);
  for (const [mutation, when] of sensitiveMutations) describeProof(schema, mutation, when);
  sayInReadersLanguage(schema);
  const open = rootGuards().filter(
    ({ root, field, permission }) => permission === null && !publicRootFields.has(`${root}.${field}`),
  );
  if (open.length > 0) {
    throw new Error(
      `Root fields without a permission: ${open.map(({ root, field }) => `${root}.${field}`).join(", ")}`,
    );
  }
  return schema;
}

export interface RootGuard {
  readonly root: "Query" | "Mutation" | "Subscription";
  readonly field: string;
  readonly permission: keyof typeof permissions | null;
}

/** Every root field with the permission that guards it. */
export function rootGuards(): RootGuard[] {
  const storage = getMetadataStorage();
  const roots = [
    ["Query", storage.queries],
    ["Mutation", storage.mutations],
    ["Subscription", storage.subscriptions],
  ] as const;
  return roots.flatMap(([root, fields]) =>
    fields.map((field) => ({
      root,
      field: field.schemaName,
      permission: permissionOf(field.target, field.methodName),
    })),
  );
}

function describe(schema: GraphQLSchema, root: string, field: string, permission: RootGuard["permission"]): void {
  const definition = schema.getType(root);
  if (permission === null || definition === undefined || !("getFields" in definition)) return;
  const target = definition.getFields()[field];
  if (target === undefined) return;
  target.extensions = { ...target.extensions, permission };
  const sentence = `Requires the permission \`${permission}\` (${permissions[permission].title}).`;
  target.description = `${target.description ?? ""}\n\n${sentence}`.trim();
}

/** A name on the list that is no mutation would guard nothing, and stops the boot. */
function describeProof(schema: GraphQLSchema, mutation: string, when: string): void {
  const target = schema.getMutationType()?.getFields()[mutation];
  invariant(target !== undefined, `the sensitive mutation ${mutation} exists`);
  const condition = when === "always" ? "" : `, ${when},`;
  target.description = `${target.description ?? ""}\nWants${condition} a proof of who asks that is no older than ${freshProofMinutes} minutes (\`STEP_UP_REQUIRED\`); see \`proveIdentity\`.`;
}

export function printApiSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
