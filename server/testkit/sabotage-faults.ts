export interface PlantedFault {
  readonly name: string;
  /** What somebody would have got wrong. */
  readonly story: string;
  /** Applied by the superuser to the database that every test database is copied from. */
  readonly sql?: string;
  /** Faults of code are planted by name in testkit/sabotage-plants.ts; this one has no SQL. */
  readonly isInCode?: true;
  /** The test that must go red: its file and a part of its name. */
  readonly file: string;
  readonly test: string;
  /** `pnpm test` plants this one too. */
  readonly isQuick?: true;
}

const walls = "testkit/walls.test.ts";
const http = "api/http.test.ts";
const signIn = "identity/sign-in.test.ts";
const unfenced = `do $do$ declare f regprocedure; body text; begin
  select oid into f from pg_proc where proname = 'record_transitions';
  body := pg_get_functiondef(f);
  if position('r.fence = w.fence' in body) = 0 then raise exception 'the fence check is not where it was'; end if;
  execute replace(body, 'r.fence = w.fence', 'r.fence is not null');
end $do$`;

/** Faults that a careless change could bring, each with the test that catches it. */
export const plantedFaults: readonly PlantedFault[] = [
  {
    name: "policy-off",
    story: "row-level security of customers is switched off",
    sql: "alter table customer disable row level security",
    file: walls,
    test: "every table is guarded by forced row-level security",
  },
  {
    name: "policy-not-forced",
    story: "the owner of the services may pass their policy",
    sql: "alter table service no force row level security",
    file: walls,
    test: "every table is guarded by forced row-level security",
  },
  {
    name: "policy-for-all",
    story: "a second policy lets everybody see all resellers",
    sql: "create policy open_door on reseller using (true)",
    file: walls,
    test: "a tier sees itself, what is below",
  },
  {
    name: "history-deletable",
    story: "the application may delete audit entries",
    sql: "grant delete on audit_entry to tierline_app",
    file: walls,
    test: "history cannot be changed",
  },
  {
    name: "reserved-twice",
    story: "the unique index of open reservations is gone",
    sql: "drop index reservation_open_once",
    file: "inventory/reserve-item.test.ts",
    test: "the database itself refuses a second open reservation",
  },
  {
    name: "slot-twice",
    story: "a run may hold two items in one slot",
    sql: "drop index inventory_item_run_slot",
    file: "inventory/walls.test.ts",
    test: "a run holds one item in a slot",
  },
  {
    name: "unknown-state",
    story: "an item may be in a state that nobody knows",
    sql: "alter table inventory_item drop constraint inventory_item_state_check",
    file: "inventory/walls.test.ts",
    test: "inventory_item_state_check",
  },
  {
    name: "fence-skipped",
    story: "a worker that was taken for dead may still write",
    sql: unfenced,
    file: "provisioning/run-store.test.ts",
    test: "is STALE for who has not seen the latest",
    isQuick: true,
  },
  {
    name: "secrets-shown",
    story: "a secret prints itself",
    isInCode: true,
    file: "kernel/secret.test.ts",
    test: "masked, printed, logged and joined it is dots",
  },
  {
    name: "limits-off",
    story: "documents may be as deep and as full of aliases as they like",
    isInCode: true,
    file: "api/limits.test.ts",
    test: "aliases are counted",
  },
  {
    name: "idempotency-index-gone",
    story: "two requests under one key can both be written down",
    sql: "alter table idempotency drop constraint idempotency_pkey",
    file: "orders/place-order.test.ts",
    test: "O26: confirming twice with one key",
  },
  {
    name: "keys-ignored",
    story: "a request that comes twice is done twice",
    isInCode: true,
    file: "orders/place-order.test.ts",
    test: "O26: confirming twice with one key",
    isQuick: true,
  },
  {
    name: "audit-forgotten",
    story: "a change leaves no trace",
    isInCode: true,
    file: "customers/update-customer.test.ts",
    test: "the audit entry tells both",
  },
  {
    name: "seal-partial",
    story: "the seal of an audit entry leaves out what was changed",
    isInCode: true,
    file: "audit/chain.test.ts",
    test: "verify names the entry after",
  },
  {
    name: "moves-unchecked",
    story: "an entry that a move carried along may be put before another tier",
    isInCode: true,
    file: "services/move-reseller.api.test.ts",
    test: "X2: a reseller is moved with all that belongs to it",
  },
  {
    name: "origin-off",
    story: "pages of any site may call the API",
    isInCode: true,
    file: http,
    test: "pages of other sites are refused",
    isQuick: true,
  },
  {
    name: "socket-origin-off",
    story: "pages of any site may open a socket, though HTTP refuses them",
    isInCode: true,
    file: http,
    test: "pages of other sites are refused",
  },
  {
    name: "socket-limits-off",
    story: "what travels over the WebSocket is validated, and not limited",
    isInCode: true,
    file: http,
    test: "refused over the WebSocket",
  },
  {
    name: "socket-unbounded",
    story: "a socket may carry any number of subscriptions",
    isInCode: true,
    file: http,
    test: "a socket carries so many subscriptions and no more",
  },
  {
    name: "socket-rights-kept",
    story: "an open socket keeps the rights it began with",
    isInCode: true,
    file: http,
    test: "a session that is ended closes its sockets",
  },
  {
    name: "page-cap-off",
    story: "a page may be as large as one likes",
    isInCode: true,
    file: http,
    test: "a page larger than a hundred rows is refused",
  },
  {
    name: "cookie-readable",
    story: "scripts may read the session's cookie",
    isInCode: true,
    file: http,
    test: "signing in gives a cookie that scripts cannot read",
  },
  {
    name: "sign-out-forgotten",
    story: "signing out forgets to end the session",
    isInCode: true,
    file: http,
    test: "signing out ends the session",
  },
  {
    name: "session-endless",
    story: "a session that nobody uses lives on",
    isInCode: true,
    file: signIn,
    test: "a session ends after half an hour without use",
  },
  {
    name: "attempts-uncounted",
    story: "passwords may be guessed without limit",
    isInCode: true,
    file: "identity/sign-in-limit.test.ts",
    test: "after five wrong passwords",
  },
  {
    name: "permission-ignored",
    story: "whoever is signed in may call every root field",
    isInCode: true,
    file: "testkit/sweep.test.ts",
    test: "answers who may ask and nobody else",
  },
  {
    name: "calls-uncounted",
    story: "two calls at once on one line do not see each other",
    sql: `create or replace function lock_call_limits(p_tiers text[], p_lines uuid[]) returns void language sql as 'select'`,
    file: "rating/call-limits.test.ts",
    test: "B13: of 30 calls at once on a line that may have two exactly two are let through",
  },
  {
    name: "minutes-for-nothing",
    story: "whoever has included minutes talks on them without money, whatever was said",
    sql: `create or replace function may_talk_at_zero(p_customer uuid, p_path text) returns boolean language sql stable as 'select true'`,
    file: "rating/free-minutes.test.ts",
    test: "U6: a strict balance of nothing lets nobody talk on included minutes",
  },
  {
    name: "switch-reads",
    story: "a switch's login may read everybody's calls",
    sql: "grant select on call to tierline_switch",
    file: "rating/authorise-call.test.ts",
    test: "a switch's login may ask and tell of calls, and can read and do nothing else",
  },
  {
    name: "switch-unnamed",
    story: "a switch may speak under the name of a program that hands calls in",
    sql: "create or replace function switch_named(p_source text) returns text language sql immutable as 'select p_source'",
    file: "rating/call-limits.test.ts",
    test: "a hostile switch speaks under no program's name",
  },
  {
    name: "rises-unheard",
    story: "a price that rises while a call lasts is not asked for until it is settled",
    sql: `create or replace function unread_prices(p_source text, p_call uuid, p_at timestamptz) returns table (call_id uuid, priced_by text)
          language sql stable as 'select null::uuid, null::text where false'`,
    file: "rating/price-changes.test.ts",
    test: "U11: a rise that is saved while a call lasts shortens it at the next question",
  },
  {
    name: "verify-skipped",
    story: "after a lost answer the call is repeated without asking",
    isInCode: true,
    file: "provisioning/fault-matrix.test.ts",
    test: "an unknown outcome is asked for, not repeated",
    isQuick: true,
  },
  {
    name: "plan-differs",
    story: "the plan leaves out a call that the run will make",
    isInCode: true,
    file: "services/network.test.ts",
    test: "the run makes the very calls that the plan showed",
  },
  {
    name: "top-up-repeats",
    story: "a top-up is made again though it is there",
    isInCode: true,
    file: "connectors/ocs/ocs.test.ts",
    test: "a repeated top-up does not give back",
  },
  {
    name: "private-network-open",
    story: "a call may lead into our own network",
    isInCode: true,
    file: "connectors/http/address-guard.test.ts",
    test: "no spelling of a path or of an address reaches a listener",
  },
  {
    name: "log-unredacted",
    story: "the process's log prints passwords and cookies",
    isInCode: true,
    file: "kernel/log.test.ts",
    test: "passwords, tokens, cookies and credentials are cut",
  },
  {
    name: "task-log-unmasked",
    story: "what a task sent is written down with its secrets",
    isInCode: true,
    file: "provisioning/engine.test.ts",
    test: "O19: a secret is the same in every task",
  },
];
