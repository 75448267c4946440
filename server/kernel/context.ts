import type { EntityManager } from "@mikro-orm/postgresql";
import type { Language } from "@tierline/shared/language.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Change, Changes } from "./changes.ts";
import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";
import type { RefusedAttempt } from "./refused-attempt.ts";
import { AccessError } from "./rejection.ts";
import type { Vault } from "./vault.ts";
import { rootPath, tierVariables, type Program, type Viewer } from "./viewer.ts";

/** What every verb is handed. Time, database and the outside come in here, so that a test can hold them. */
export interface Context {
  /** Bound to the viewer's tier: row-level security sees it in every statement. */
  readonly em: EntityManager;
  readonly viewer: Viewer;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly log: Log;
  readonly vault: Vault;
  readonly requestId: string;
  /** Missing for what no request from outside began. */
  readonly http?: HttpExchange | null;
  /** Set where all is taken back in the end: what lies beside the transaction is then left alone. */
  readonly isTrial?: boolean;
  /** Of the import of which a row is being done: runs that it begins tell nobody one by one. */
  readonly importId?: string;
}

/** As `Context`, inside the one transaction of a verb. */
export interface Transaction extends Context {
  /** Told to the subscribers once the transaction has committed, never before. */
  announce(change: Change): void;
  /**
   * Done once the transaction has committed, before its verb answers. The process may die in between: whatever was left undone
   * has to be found by somebody else.
   */
  afterwards(work: () => Promise<unknown>): void;
}

/** What GraphQL hands to resolvers: the viewer may be missing, and reads of one operation share batches. */
export interface RequestContext extends Omit<Context, "viewer"> {
  readonly viewer: Viewer | null;
  /** In which everything is said that this operation answers. */
  readonly language: Language;
  /** Batched look-ups, one set per operation; see kernel/loaders.ts. */
  readonly loaders: Map<symbol, unknown>;
  readonly http: HttpExchange | null;
  /** Set for a program, which is counted and whose requests are noted. */
  readonly meter?: Meter;
  /** What any program has left of its pace at this process. */
  leftOf(program: PacedProgram): LeftOfPace;
}

export type PacedProgram = Pick<Program, "clientId" | "resellerId" | "requestsPerMinute">;

/** Of a program's two allowances. */
export interface LeftOfPace {
  readonly requests: number;
  readonly points: number;
}

/** What a request of a program is measured with. */
export interface Meter {
  /** @throws AccessError RATE_LIMITED when the program has not that much left */
  spend(cost: number): void;
  /** What is left of its points, and how many come back a second. */
  left(): { readonly remaining: number; readonly restoredPerSecond: number };
  note(outcome: Outcome): void;
}

/** Of a request that was answered. */
export interface Outcome {
  readonly kind: "QUERY" | "MUTATION" | "SUBSCRIPTION" | null;
  readonly operation: string | null;
  readonly documentHash: string | null;
  readonly cost: number;
  readonly status: number;
  readonly codes: readonly string[];
}

/** The little of HTTP that verbs need. */
export interface HttpExchange {
  readonly ip: string;
  readonly userAgent: string;
  /** Of the reseller under whose host name was asked: nobody but its own signs in there. */
  readonly resellerKey?: string | null;
  setSession(token: string | null, expiresAt: Date | null): void;
  /** Tells the audit trail of attempts that no error of the answer names; it is not waited for, whatever it takes to find them. */
  refused?(attempts: Promise<readonly RefusedAttempt[]>): void;
}

/** One transaction per verb: all of it, or nothing. A serialization failure or deadlock is tried again as a whole. */
export async function transaction<T>(context: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const announced: Change[] = [];
    const following: (() => Promise<unknown>)[] = [];
    try {
      const result = await context.em.transactional((em) =>
        work({
          ...context,
          em,
          announce: (change) => void announced.push(change),
          afterwards: (next) => void following.push(next),
        }),
      );
      context.changes.announce(announced);
      await Promise.all(following.map((next) => done(context, next)));
      return result;
    } catch (error) {
      if (attempt >= 4 || !isWorthRetrying(error)) throw error;
      context.em.clear();
    }
  }
}

/** What was committed has happened, so that nothing here can refuse it any more. */
async function done({ log }: Context, next: () => Promise<unknown>): Promise<void> {
  await next().catch((error: unknown) => log.warn({ err: error }, "what follows a commit was not done"));
}

/** A serialization failure or a deadlock: nothing happened, and the same may well succeed now. */
export function isWorthRetrying(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === "40001" || code === "40P01";
}

/** The same context for another tier: what workers and the sign-in use. Never with a path that came from a caller. */
export function inTier<C extends Pick<Context, "em">>(context: C, path: string): C {
  return { ...context, em: context.em.fork({ session: { variables: tierVariables(path) } }) };
}

/**
 * As the system for a moment, within the transaction of a verb: for what lies above the viewer, is written or counted with and never
 * answered to them. Never around anything that a caller names and that was not looked up in the viewer's own tier before.
 */
export async function asSystem<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  const names = Object.keys(tierVariables(rootPath));
  const [before] = await tx.em.execute<Record<string, string>[]>(
    `select ${names.map((name, index) => `coalesce(current_setting('${name}', true), '') as v${index}`).join(", ")}`,
  );
  const enter = (valueOf: (name: string, index: number) => string) =>
    tx.em.execute(
      `select ${names.map(() => "set_config(?, ?, true)").join(", ")}`,
      names.flatMap((name, index) => [name, valueOf(name, index)]),
    );
  const system: Record<string, string> = { ...tierVariables(rootPath) };
  const leave = () => enter((_, index) => before?.[`v${index}`] ?? "");
  await enter((name) => system[name] ?? "");
  const result = await work().catch(async (error: unknown) => {
    // What the database refused takes the transaction back, and what was set with it; it may go on after anything else.
    await leave().catch(() => undefined);
    throw error;
  });
  await leave();
  return result;
}

export function signedIn(context: RequestContext): Context {
  if (context.viewer === null) throw new AccessError("UNAUTHENTICATED", say("access.signIn"));
  return context as RequestContext & { viewer: Viewer };
}
