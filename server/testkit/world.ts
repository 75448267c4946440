import { graphql, type ExecutionResult, type GraphQLSchema } from "graphql";
import { newId } from "@tierline/shared/id.ts";
import { costBucketPoints } from "@tierline/shared/limits.ts";
import { permissionsOf, type Role } from "@tierline/shared/permission.ts";
import { pino } from "pino";
import { afterAll } from "vitest";
import { buildApiSchema } from "../api/schema.ts";
import { setNodeSources } from "../api/node-sources.ts";
import { modules, provisioningParts } from "../app.ts";
import type { Orm } from "../db/orm.ts";
import { LocalChanges } from "../kernel/changes.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Context, RequestContext } from "../kernel/context.ts";
import { createVault, type Vault } from "../kernel/vault.ts";
import { withProvisioning } from "../provisioning/parts.ts";
import { rootPath, tierVariables, variablesOf, type Viewer } from "../kernel/viewer.ts";
import { testDatabase, type TestDatabase } from "./database.ts";
import { plantTree, resellersOfTests, usersOfTests } from "./tree.ts";

/** Saturday noon, the beginning of every test's time. */
export const t0 = new Date("2026-11-21T12:00:00Z");

export class MovableClock implements Clock {
  #now: Date = new Date(t0);
  now(): Date {
    return new Date(this.#now);
  }
  set(instant: Date | string): void {
    this.#now = new Date(instant);
  }
  advance({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }): void {
    const total = ((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1_000 + milliseconds;
    this.#now = new Date(this.#now.getTime() + total);
  }
}

/** Of every program, where nothing is counted. */
export const nothingSpent: RequestContext["leftOf"] = ({ requestsPerMinute }) => ({
  requests: requestsPerMinute,
  points: costBucketPoints,
});

export interface World {
  readonly database: TestDatabase;
  readonly orm: Orm;
  readonly clock: MovableClock;
  readonly changes: LocalChanges;
  readonly vault: Vault;
  readonly schema: GraphQLSchema;
  /** A context of one of the users in testkit/tree.ts, e.g. `agent@acme.test`. */
  as(email: string): Context;
  /** For a user of the test's own making. */
  viewing(viewer: Viewer): Context;
  /** The root tier, as the system: what workers and sweeps are handed. */
  system(): Context;
  /** A GraphQL operation as that user, or signed out. */
  graphql(email: string | null, document: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
  /** The context that a resolver would be handed. */
  request(email: string | null): RequestContext;
  close(): Promise<void>;
}

let schema: GraphQLSchema | null = null;

/**
 * A fresh database with the tier tree (Tierline › Nord › Acme, Beta; AcmeNorth under Acme) and its users, and contexts to act in
 * it. Closed after the file's tests.
 */
export async function testWorld(): Promise<World> {
  const database = await testDatabase();
  const orm = await database.openOrm();
  await plantTree(orm);
  const world = makeWorld(database, orm);
  afterAll(() => world.close());
  return world;
}

function makeWorld(database: TestDatabase, orm: Orm): World {
  const clock = new MovableClock();
  const changes = new LocalChanges();
  const vault = createVault(Buffer.alloc(32, 7));
  const log = pino({ level: "silent" });
  setNodeSources(modules);
  schema ??= buildApiSchema(modules);
  const apiSchema = schema;

  const forkIn = (path: string) => orm.em.fork({ session: { variables: tierVariables(path) } });
  const parts = provisioningParts(() => ({ em: forkIn(rootPath), vault }));
  const viewing = (viewer: Viewer): Context =>
    withProvisioning(
      {
        em: orm.em.fork({ session: { variables: variablesOf(viewer) } }),
        viewer,
        clock,
        changes,
        log,
        vault,
        requestId: newId(),
      },
      parts,
    );
  const as = (email: string) => viewing(viewerOf(email));
  const request = (email: string | null): RequestContext => {
    const base = email === null ? { ...as("ops@tierline.test"), viewer: null } : as(email);
    const http = { ip: "127.0.0.1", userAgent: "test", setSession: () => undefined };
    return { ...base, language: "en", loaders: new Map(), http, leftOf: nothingSpent };
  };
  return {
    database,
    orm,
    clock,
    changes,
    vault,
    schema: apiSchema,
    as,
    viewing,
    system: () => viewing({ ...viewerOf("ops@tierline.test"), path: rootPath, channel: "SYSTEM", name: "Tierline" }),
    request,
    graphql: (email, source, variables = {}) =>
      graphql({
        schema: apiSchema,
        source,
        variableValues: variables,
        contextValue: request(email),
      }),
    async close() {
      await orm.close(true);
      await changes.close();
      await database.drop(clock.now(), vault);
    },
  };
}

function viewerOf(email: string): Viewer {
  const user = usersOfTests[email as keyof typeof usersOfTests];
  if (user === undefined) throw new Error(`No such user in the test's tree: ${email}`);
  const reseller = resellersOfTests[user.reseller];
  return {
    userId: user.id,
    name: user.name,
    email,
    role: user.role,
    resellerId: reseller.id,
    customerId: null,
    path: reseller.path,
    onlyCustomers: null,
    onBehalfOf: null,
    permissions: new Set(permissionsOf(user.role satisfies Role)),
    withheld: new Map(),
    language: null,
    channel: "CONSOLE",
    sessionId: null,
  };
}
