// What the bench uses of its peers, which are installed by `pnpm bench` alone: types are checked where they are absent too.

declare module "@dbos-inc/dbos-sdk" {
  export const DBOS: {
    setConfig(config: {
      name: string;
      systemDatabaseUrl: string;
      runAdminServer: boolean;
      logLevel: string;
      systemDatabasePoolSize: number;
      systemDatabaseIdleTransactionTimeoutMs: number;
    }): void;
    registerWorkflow<T>(workflow: () => Promise<T>, config: { name: string }): () => Promise<T>;
    runStep<T>(step: () => Promise<T>, config: { name: string }): Promise<T>;
    startWorkflow<T>(workflow: () => Promise<T>): () => Promise<{ getResult(): Promise<T> }>;
    launch(): Promise<void>;
    shutdown(): Promise<void>;
  };
}

declare module "mercurius" {
  import type { FastifyPluginAsync } from "fastify";
  type Asked = { obj: never; params: object }[];
  const mercurius: FastifyPluginAsync<{
    schema: string;
    jit: number;
    resolvers: Record<string, Record<string, (root: never, args: never) => unknown>>;
    loaders: Record<string, Record<string, (asked: Asked) => Promise<unknown[]>>>;
  }>;
  export default mercurius;
}

declare module "postgraphile" {
  import type { GraphQLSchema } from "graphql";
  export function postgraphile(preset: {
    extends: readonly object[];
    pgServices: readonly object[];
    grafast: { context: { pgSettings: Record<string, string> } };
  }): {
    getSchemaResult(): Promise<{ schema: GraphQLSchema; resolvedPreset: object }>;
    release(): Promise<void>;
  };
}

declare module "postgraphile/adaptors/pg" {
  import type { Pool } from "pg";
  export function makePgService(options: { pool: Pool; schemas: readonly string[] }): object;
}

declare module "postgraphile/grafast" {
  import type { DocumentNode, GraphQLSchema } from "graphql";
  interface Args {
    schema: GraphQLSchema;
    document: DocumentNode;
    variableValues: Record<string, unknown>;
    resolvedPreset: object;
    requestContext: object;
  }
  export function hookArgs(args: Args): Promise<Args>;
  export function execute(args: Args): Promise<{ data?: unknown; errors?: readonly unknown[] }>;
}

declare module "postgraphile/graphql" {
  export { parse } from "graphql";
}

declare module "postgraphile/presets/amber" {
  export const PostGraphileAmberPreset: object;
}
