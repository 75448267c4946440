import { createHash } from "node:crypto";
import type { EntityManager } from "@mikro-orm/postgresql";
import ipaddr from "ipaddr.js";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { signInsPerAccount, signInsPerAddress } from "@tierline/shared/limits.ts";
import { signUpsPerReseller } from "@tierline/shared/sign-up.ts";
import { say } from "@tierline/shared/sentence.ts";
import { AccessError } from "../kernel/rejection.ts";

/** Counted in the database, so that it is the same for all API processes and survives each of them. */
const durationSeconds = 60;
/** Six figures are few: at this pace a year of guessing finds one with a chance of one in two at most. */
export const factorAttemptsPerHour = 20;
/** Links that are mailed to one address, an hour. */
export const linksPerAccount = 5;

export interface SignInLimit {
  /** Counts an attempt before anything else is done. @throws AccessError RATE_LIMITED with the seconds to wait. */
  attempt(): Promise<void>;
  /** The attempt was right: whoever knows the password is not guessing. */
  forgive(): Promise<void>;
}

/** Unknown and known e-mails are counted alike: the limit tells nothing about who has an account. */
export function signInLimit(em: EntityManager, email: string, ip: string): SignInLimit {
  const byAddress = limiter(em, "sign_in_address", signInsPerAddress, durationSeconds);
  const byAccount = limiter(em, "sign_in_account", signInsPerAccount, durationSeconds);
  const address = keyOf(networkOf(ip));
  const account = keyOf(email);
  return {
    async attempt() {
      await consume(byAddress, address);
      await consume(byAccount, account);
    },
    async forgive() {
      await byAddress.reward(address, 1);
      await byAccount.delete(account);
    },
  };
}

/** Guesses of a second factor, counted apart: only who knows the password, or holds a passkey, comes here. */
export function factorLimit(em: EntityManager, userId: string, ip: string): SignInLimit {
  const byAddress = limiter(em, "factor_address", signInsPerAddress, durationSeconds);
  const byMinute = limiter(em, "factor_account", signInsPerAccount, durationSeconds);
  const byHour = limiter(em, "factor_account_hour", factorAttemptsPerHour, 3_600);
  const address = keyOf(networkOf(ip));
  const account = keyOf(userId);
  return {
    async attempt() {
      await consume(byAddress, address);
      await consume(byMinute, account);
      await consume(byHour, account);
    },
    async forgive() {
      await byAddress.reward(address, 1);
      await byMinute.delete(account);
      await byHour.delete(account);
    },
  };
}

/** Who opens a link from a mail or asks for one: counted apart, so that nobody is kept from signing in by requests for links. */
export async function countLinkAttempt(em: EntityManager, ip: string, email: string | null = null): Promise<void> {
  await consume(limiter(em, "link_address", signInsPerAddress, durationSeconds), keyOf(networkOf(ip)));
  if (email !== null) await consume(limiter(em, "link_account", linksPerAccount, 3_600), keyOf(email));
}

/** Who has postal codes looked up while signing up: nobody is kept from signing up by it. */
export async function countPostalLookup(em: EntityManager, ip: string): Promise<void> {
  await consume(limiter(em, "postal_address", signInsPerAddress, durationSeconds), keyOf(networkOf(ip)));
}

/** Who asks for a link to sign up: by address, by e-mail and in all at one reseller, each counted apart from signing in. */
export async function countSignUp(
  em: EntityManager,
  { ip, email, reseller }: { readonly ip: string; readonly email: string; readonly reseller: string },
): Promise<void> {
  await consume(limiter(em, "sign_up_address", signInsPerAddress, durationSeconds), keyOf(networkOf(ip)));
  await consume(limiter(em, "sign_up_email", linksPerAccount, 3_600), keyOf(email));
  await consume(limiter(em, "sign_up_reseller", signUpsPerReseller, 3_600), keyOf(reseller));
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key, 1);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    throw new AccessError("RATE_LIMITED", say("signIn.tooOften", { seconds }), seconds);
  }
}

function limiter(em: EntityManager, keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: { query: (statement: Statement) => run(em, statement) },
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration,
  });
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The limiter numbers its parameters, our connection takes them in order. */
async function run(em: EntityManager, { text, values }: Statement): Promise<{ rows: object[]; rowCount: number }> {
  const params: unknown[] = [];
  const sql = text.replace(/\$(\d+)/g, (_, number: string) => {
    params.push(values[Number(number) - 1]);
    return "?";
  });
  const isRead = /returning|^\s*select/i.test(sql);
  const rows = await em.execute<object[]>(isRead ? sql : `${sql} returning 1`, params);
  return { rows, rowCount: rows.length };
}

/** Only hashes are kept: the table is nobody's tenant and must tell nothing. */
function keyOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** Whoever has an IPv6 address has a whole /64 of them. */
function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  return address.kind() === "ipv6" ? address.toNormalizedString().split(":").slice(0, 4).join(":") : address.toString();
}

/** Sweep: counts that ran out more than an hour ago. */
export async function forgetOldLimits(em: EntityManager, now: Date): Promise<number> {
  const gone = await em.execute<unknown[]>("delete from rate_limit where expire < ? returning 1", [
    now.getTime() - 3_600_000,
  ]);
  return gone.length;
}
