import { rendered } from "@tierline/shared/render-sentence.ts";
import type { Sentence } from "@tierline/shared/sentence.ts";
import type { UserErrorCode } from "@tierline/shared/user-error-code.ts";
import { say } from "@tierline/shared/sentence.ts";

export interface Refusal {
  readonly code: UserErrorCode;
  /** What, why and what next, in one or two sentences. */
  readonly message: Sentence;
  /** The input field it concerns, e.g. `["contacts", "0", "email"]`. */
  readonly path?: readonly string[];
  /** Only refusals that carry data: which GraphQL type they are, and its fields. */
  readonly typeName?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** An expected refusal: rolls the verb's transaction back and comes out as `userErrors`. */
export class Rejection extends Error {
  override readonly name = "Rejection";
  readonly refusals: readonly Refusal[];
  constructor(refusals: Refusal | readonly Refusal[]) {
    const list = Array.isArray(refusals) ? refusals : [refusals as Refusal];
    super(list.map((refusal) => `${refusal.code}: ${rendered(refusal.message, "en")}`).join("; "));
    this.refusals = list;
  }
}

export const accessCodes = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "RATE_LIMITED",
  "BAD_USER_INPUT",
  "CONFLICT",
  "RESELLER_SUSPENDED",
  "RESELLER_NOT_ACTIVATED",
  "ACTING_READ_ONLY",
  "ACTING_ENDED",
  "SECOND_FACTOR_REQUIRED",
  "PASSWORD_CHANGE_REQUIRED",
  "STEP_UP_REQUIRED",
] as const;
export type AccessCode = (typeof accessCodes)[number];

/** No right, no such thing, too often, not a request at all: a top-level error with `extensions.code`. */
export class AccessError extends Error {
  override readonly name = "AccessError";
  readonly code: AccessCode;
  readonly sentence: Sentence;
  readonly retryAfterSeconds: number | null;
  constructor(code: AccessCode, sentence: Sentence, retryAfterSeconds: number | null = null) {
    super(rendered(sentence, "en"));
    this.code = code;
    this.sentence = sentence;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** One wording for "is not", "is not yours" and "is something else", so that nothing can be told apart. */
export function notFound(): AccessError {
  return new AccessError("NOT_FOUND", say("access.notFound"));
}

/** Collects every problem of a form before refusing, since a form needs them all. */
export class Refusals {
  readonly #list: Refusal[] = [];
  add(code: UserErrorCode, message: Sentence, ...path: string[]): this {
    this.#list.push({ code, message, path });
    return this;
  }
  /** One that carries data, made elsewhere. */
  push(refusal: Refusal): this {
    this.#list.push(refusal);
    return this;
  }
  /** What a part refuses stands with the rest; it has no answer then. */
  async gather<T>(part: () => T | Promise<T>): Promise<T | null> {
    try {
      return await part();
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      this.#list.push(...error.refusals);
      return null;
    }
  }
  get all(): readonly Refusal[] {
    return this.#list;
  }
  get isEmpty(): boolean {
    return this.#list.length === 0;
  }
  /** For a caller that only wants to know. */
  get first(): Refusal | null {
    return this.#list[0] ?? null;
  }
  /** Throws when anything was added. */
  settle(): void {
    if (this.#list.length > 0) throw new Rejection(this.#list);
  }
}

/** Programmer errors crash the request; they are never a user's fault. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}
