// What the bench uses of its peers, which are installed by `pnpm bench` alone: types are checked where they are absent too.

declare module "@dbos-inc/dbos-sdk" {
  export const DBOS: {
    setConfig(config: {
      name: string;
      systemDatabaseUrl: string;
      runAdminServer: boolean;
      logLevel: string;
      systemDatabasePoolSize: number;
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
