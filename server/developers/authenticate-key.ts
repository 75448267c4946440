import { languageOf } from "@tierline/shared/language.ts";
import { permissionsOfScopes, type Scope } from "@tierline/shared/scope.ts";
import { hashOfToken, noteEveryMs } from "../identity/session.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { rootPath, type Viewer } from "../kernel/viewer.ts";
import { readAccessToken } from "./access-token.ts";
import { isKeyToken } from "./key-token.ts";
import { isAlive, placedColumns, placedJoins, rightsAt, type Placed } from "./placed.ts";

/** The program with its key, and the account of its maker. */
interface KeyAccount extends Placed {
  readonly key_id: string;
  readonly last_used_at: string | null;
  readonly client_id: string;
  readonly scopes: readonly Scope[];
  readonly ip_list: readonly string[];
  readonly requests_per_minute: number;
  readonly program_id: string;
  readonly program_email: string;
  readonly program_name: string;
  readonly program_locale: string | null;
}

/**
 * The program that holds this key, or a token that it got for it, with what it may at this moment: its scopes, cut by what its maker may (OX8), by what its
 * reseller and all above let be done, and for one that is bound to a customer by what a customer's own people may. Null for a key
 * that is none, has run out or was revoked, and when its maker, customer or reseller may not work any more.
 */
export async function authenticateKey(system: Context, token: string): Promise<Viewer | null> {
  const proof = isKeyToken(token) ? { hash: hashOfToken(token) } : await readAccessToken(system, token);
  if (proof === null) return null;
  const { em, clock } = inTier(system, rootPath);
  const now = clock.now();
  const [account] = await em.execute<KeyAccount[]>(
    `select key.id as key_id, key.last_used_at, c.id as client_id,
            to_json(c.scopes) as scopes, to_json(c.ip_list) as ip_list, c.requests_per_minute,
            program.id as program_id, program.email as program_email, program.name as program_name,
            program.locale as program_locale, ${placedColumns}
     from api_key key join api_client c on c.id = key.client_id join app_user program on program.id = c.user_id ${placedJoins}
     where ${"hash" in proof ? "key.token_hash" : "key.id"} = ? and key.revoked_at is null and key.expires_at > ? and program.disabled_at is null`,
    ["hash" in proof ? proof.hash : proof.keyId, now],
  );
  if (account === undefined || !isAlive(account)) return null;
  if (account.last_used_at === null || now.getTime() - Date.parse(account.last_used_at) >= noteEveryMs) {
    await em.execute("update api_key set last_used_at = ? where id = ?", [now, account.key_id]);
  }
  return viewerOf("hash" in proof ? account : { ...account, scopes: account.scopes.filter(isAmong(proof.scopes)) });
}

function isAmong(scopes: readonly string[]): (scope: Scope) => boolean {
  return (scope) => scopes.includes(scope);
}

function viewerOf(account: KeyAccount): Viewer {
  const { scopes, place_customer_id: customerId } = account;
  return {
    userId: account.program_id,
    name: account.program_name,
    email: account.program_email,
    role: "MEMBER",
    resellerId: account.place_reseller_id,
    customerId,
    path: account.place_path,
    onlyCustomers: account.only_customers,
    onBehalfOf: null,
    language: languageOf(account.program_locale),
    ...rightsOfKey(account),
    channel: "API",
    sessionId: null,
    program: {
      clientId: account.client_id,
      resellerId: account.place_reseller_id,
      keyId: account.key_id,
      scopes,
      ipList: account.ip_list,
      requestsPerMinute: account.requests_per_minute,
    },
  };
}

function rightsOfKey(account: KeyAccount): Pick<Viewer, "permissions" | "withheld"> {
  const scoped = permissionsOfScopes(account.scopes);
  const { permissions, withheld } = rightsAt(account);
  return {
    permissions: new Set([...permissions].filter((key) => scoped.has(key))),
    withheld: new Map([...withheld].filter(([key]) => scoped.has(key))),
  };
}
