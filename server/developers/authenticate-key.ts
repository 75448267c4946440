import { isDelegated } from "@tierline/shared/delegation.ts";
import { holds, type Permission } from "@tierline/shared/permission.ts";
import { languageOf } from "@tierline/shared/language.ts";
import { permissionsOfScopes, type Scope } from "@tierline/shared/scope.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import {
  accountColumns,
  isDeactivated,
  rightsOf,
  upwardFrom,
  type Account,
  type UpwardReseller,
} from "../identity/account.ts";
import { hashOfToken, noteEveryMs } from "../identity/session.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { rootPath, type Viewer } from "../kernel/viewer.ts";
import { isKeyToken } from "./key-token.ts";

/** The program with its key, and the account of its maker. */
interface KeyAccount extends Account {
  readonly key_id: string;
  readonly last_used_at: string | null;
  readonly client_id: string;
  readonly client_path: string;
  readonly client_reseller_id: string;
  readonly client_customer_id: string | null;
  readonly client_customer_state: string | null;
  /** What the reseller lets the people of the program's customer do; null: nothing was decided. */
  readonly client_customer_delegated: readonly string[] | null;
  readonly client_upward: readonly UpwardReseller[];
  readonly scopes: readonly Scope[];
  readonly ip_list: readonly string[];
  readonly requests_per_minute: number;
  readonly program_id: string;
  readonly program_email: string;
  readonly program_name: string;
  readonly program_locale: string | null;
}

/**
 * The program that holds this key, with what it may at this moment: its scopes, cut by what its maker may (OX8), by what its
 * reseller and all above let be done, and for one that is bound to a customer by what a customer's own people may. Null for a key
 * that is none, has run out or was revoked, and when its maker, customer or reseller may not work any more.
 */
export async function authenticateKey(system: Context, token: string): Promise<Viewer | null> {
  if (!isKeyToken(token)) return null;
  const { em, clock } = inTier(system, rootPath);
  const now = clock.now();
  const [account] = await em.execute<KeyAccount[]>(
    `select key.id as key_id, key.last_used_at, c.id as client_id, c.path as client_path, c.reseller_id as client_reseller_id,
            c.customer_id as client_customer_id, own.state as client_customer_state, ${upwardFrom("c.reseller_id")} as client_upward,
            (select to_json(d.permissions) from delegation d where d.customer_id = c.customer_id) as client_customer_delegated,
            to_json(c.scopes) as scopes, to_json(c.ip_list) as ip_list, c.requests_per_minute,
            program.id as program_id, program.email as program_email, program.name as program_name,
            program.locale as program_locale, ${accountColumns}
     from api_key key join api_client c on c.id = key.client_id join app_user program on program.id = c.user_id
     join app_user u on u.id = c.maker_id left join customer k on k.id = u.customer_id left join customer own on own.id = c.customer_id
     where key.token_hash = ? and key.revoked_at is null and key.expires_at > ? and program.disabled_at is null`,
    [hashOfToken(token), now],
  );
  if (account === undefined || isDeactivated(account) || isDeactivated(ofClient(account))) return null;
  if (!isWithin(account.client_path, account.path)) return null;
  if (account.last_used_at === null || now.getTime() - Date.parse(account.last_used_at) >= noteEveryMs) {
    await em.execute("update api_key set last_used_at = ? where id = ?", [now, account.key_id]);
  }
  return viewerOf(account);
}

/** What the program itself depends on, where its maker's account depends on theirs. */
function ofClient(account: KeyAccount): Account {
  const { client_customer_state: customer_state, client_upward: upward } = account;
  return { ...account, disabled_at: null, customer_state, upward };
}

function viewerOf(account: KeyAccount): Viewer {
  const { scopes, client_customer_id: customerId } = account;
  return {
    userId: account.program_id,
    name: account.program_name,
    email: account.program_email,
    role: "MEMBER",
    resellerId: account.client_reseller_id,
    customerId,
    path: account.client_path,
    onlyCustomers: account.only_customers,
    onBehalfOf: null,
    language: languageOf(account.program_locale),
    ...rightsOfKey(account),
    channel: "API",
    sessionId: null,
    program: {
      clientId: account.client_id,
      keyId: account.key_id,
      scopes,
      ipList: account.ip_list,
      requestsPerMinute: account.requests_per_minute,
    },
  };
}

function rightsOfKey(account: KeyAccount): Pick<Viewer, "permissions" | "withheld"> {
  const scoped = permissionsOfScopes(account.scopes);
  const own = rightsOf(account);
  const reach = rightsOf({ ...ofClient(account), customer_id: null });
  const isGiven = (key: Permission) => scoped.has(key) && mayOfCustomer(account, key);
  const isTheMakers = (key: Permission) => own.permissions.has(key) || own.withheld.has(key);
  return {
    permissions: new Set([...reach.permissions].filter((key) => isGiven(key) && own.permissions.has(key))),
    withheld: new Map([...reach.withheld, ...own.withheld].filter(([key]) => isGiven(key) && isTheMakers(key))),
  };
}

/** Of a customer a program may what the customer's own people may. */
function mayOfCustomer({ client_customer_id, client_customer_delegated }: KeyAccount, key: Permission): boolean {
  return client_customer_id === null || (holds("CUSTOMER_USER", key) && isDelegated(client_customer_delegated, key));
}
