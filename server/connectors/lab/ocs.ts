import { z } from "zod";
import type { ElementAnswer, ElementRequest, HttpElement } from "./http-element.ts";
import { forgetSentinel, sentinelOf } from "./sentinel.ts";
import type { LabStorage } from "./storage.ts";

const callSchema = z.object({
  method: z.string(),
  params: z.tuple([z.record(z.string(), z.unknown())]),
  id: z.union([z.number(), z.string(), z.null()]).optional(),
});
const parametersSchema = z.object({
  Tenant: z.string().min(1),
  Account: z.string().min(1),
  APIOpts: z.object({ Iccid: z.string().optional() }).optional(),
  ExtraOptions: z.object({ Disabled: z.boolean().optional() }).optional(),
  ActionPlanIDs: z.array(z.string()).optional(),
  ActionPlansOverwrite: z.boolean().optional(),
  BalanceType: z.string().optional(),
  Value: z.number().optional(),
  Balance: z.object({ ID: z.string(), ExpiryTime: z.string().optional() }).optional(),
});
type Parameters = z.infer<typeof parametersSchema>;

/** What a method comes to: a JSON-RPC result or error, the effect, and how the answer is delivered. */
interface Outcome {
  readonly result?: unknown;
  readonly error?: string;
  readonly effect?: string | null;
  readonly status?: number;
  readonly isSilent?: boolean;
}
type Method = (storage: LabStorage, parameters: Parameters) => Promise<Outcome>;

/** The few methods of CGRateS that Tierline uses, with its answers and error texts. */
const methods: Readonly<Record<string, Method>> = {
  "APIerSv2.SetAccount": setAccount,
  "APIerSv2.GetAccount": getAccount,
  "APIerSv1.RemoveAccount": removeAccount,
  "APIerSv1.SetBalance": setBalance,
  "APIerSv1.RemoveBalances": removeBalances,
};
const statusMethod = "CoreSv1.Status";

export function createOcs(storage: LabStorage): HttpElement {
  return {
    key: "ocs",
    describe(request) {
      const call = callSchema.safeParse(request.body).data;
      if (call === undefined)
        return { method: request.method, target: request.target, body: request.body, isChange: false };
      if (call.method === statusMethod) return null;
      const isChange = call.method !== "APIerSv2.GetAccount";
      return { method: call.method, target: request.target, body: call.params[0], isChange };
    },
    perform: (request) => perform(storage, request),
  };
}

async function perform(storage: LabStorage, request: ElementRequest): Promise<ElementAnswer> {
  const call = callSchema.safeParse(request.body).data;
  if (call === undefined) return { status: 400, body: { error: "not JSON-RPC" }, effect: null };
  const outcome = await outcomeOf(storage, call.method, call.params[0]);
  return {
    status: outcome.status ?? 200,
    body: { id: call.id ?? null, result: outcome.result ?? null, error: outcome.error ?? null },
    effect: outcome.effect ?? null,
    isSilent: outcome.isSilent ?? false,
  };
}

async function outcomeOf(storage: LabStorage, name: string, parameters: unknown): Promise<Outcome> {
  if (name === statusMethod) return { result: { version: "Tierline lab" } };
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined) return { error: `rpc: can't find service ${name}` };
  const parsed = parametersSchema.safeParse(parameters);
  if (!parsed.success) return { error: "MANDATORY_IE_MISSING: [Tenant Account]" };
  return method(storage, parsed.data);
}

async function setAccount(storage: LabStorage, parameters: Parameters): Promise<Outcome> {
  const iccid = parameters.APIOpts?.Iccid ?? null;
  const sentinel = await sentinelOf(storage, iccid);
  if (sentinel === "REFUSE") return { status: 503, error: "SERVICE_UNAVAILABLE" };
  if (sentinel === "HANG") return { isSilent: true };
  const rows = await storage.query<{ is_new: boolean; was_disabled: boolean | null; is_disabled: boolean }>(
    `insert into lab_ocs_account as a (id, iccid, is_disabled, plans) values ($1, $2, coalesce($3, false), $4)
     on conflict (id) do update set iccid = coalesce(excluded.iccid, a.iccid), is_disabled = coalesce($3, a.is_disabled),
       plans = case when $5 then excluded.plans else array(select distinct unnest(a.plans || excluded.plans) order by 1) end
     returning xmax = 0 as is_new, is_disabled, (select b.is_disabled from lab_ocs_account b where b.id = $1) as was_disabled`,
    [
      idOf(parameters),
      iccid,
      parameters.ExtraOptions?.Disabled ?? null,
      parameters.ActionPlanIDs ?? [],
      parameters.ActionPlansOverwrite ?? false,
    ],
  );
  const [account] = rows;
  const switched = account?.is_disabled === true ? "account disabled" : "account enabled";
  const toggled = account?.was_disabled === account?.is_disabled ? null : switched;
  const changed = parameters.ActionPlansOverwrite === true ? "tariff changed" : toggled;
  const effect = account?.is_new === true ? "account created" : changed;
  return { result: "OK", effect, isSilent: sentinel === "LOSE_ANSWER" };
}

interface BalanceRow {
  readonly type: string;
  readonly id: string;
  readonly value: number;
  readonly expires_at: string | null;
}

async function getAccount(storage: LabStorage, parameters: Parameters): Promise<Outcome> {
  const id = idOf(parameters);
  const [account] = await storage.query<{ is_disabled: boolean }>(
    "select is_disabled from lab_ocs_account where id = $1",
    [id],
  );
  if (account === undefined) return { error: "NOT_FOUND" };
  const balances = await storage.query<BalanceRow>("select * from lab_ocs_balance where account = $1 order by id", [
    id,
  ]);
  const map: Record<string, { ID: string; Value: number; ExpirationDate: string }[]> = {};
  for (const { type, id: balanceId, value, expires_at } of balances) {
    (map[type] ??= []).push({ ID: balanceId, Value: value, ExpirationDate: expires_at ?? "0001-01-01T00:00:00Z" });
  }
  return { result: { ID: id, BalanceMap: map, Disabled: account.is_disabled, AllowNegative: false } };
}

async function removeAccount(storage: LabStorage, parameters: Parameters): Promise<Outcome> {
  const [removed] = await storage.query<{ iccid: string | null }>(
    "delete from lab_ocs_account where id = $1 returning iccid",
    [idOf(parameters)],
  );
  if (removed === undefined) return { error: "SERVER_ERROR: NOT_FOUND" };
  await forgetSentinel(storage, removed.iccid);
  return { result: "OK", effect: "account removed" };
}

/** Like CGRateS it creates the account where there is none, which is why the connector looks first. */
async function setBalance(storage: LabStorage, parameters: Parameters): Promise<Outcome> {
  const { BalanceType: type, Value: value, Balance: balance } = parameters;
  if (type === undefined || balance === undefined) return { error: "MANDATORY_IE_MISSING: [BalanceType Balance]" };
  await storage.query("insert into lab_ocs_account (id) values ($1) on conflict do nothing", [idOf(parameters)]);
  const rows = await storage.query<{ is_new: boolean }>(
    `insert into lab_ocs_balance (account, type, id, value, expires_at) values ($1, $2, $3, $4, $5)
     on conflict (account, type, id) do update set value = excluded.value, expires_at = excluded.expires_at
     returning xmax = 0 as is_new`,
    [idOf(parameters), type, balance.ID, value ?? 0, balance.ExpiryTime ?? null],
  );
  return { result: "OK", effect: rows[0]?.is_new === true ? "balance added" : "balance set again" };
}

async function removeBalances(storage: LabStorage, parameters: Parameters): Promise<Outcome> {
  const removed = await storage.query(
    "delete from lab_ocs_balance where account = $1 and type = $2 and id = $3 returning id",
    [idOf(parameters), parameters.BalanceType ?? "", parameters.Balance?.ID ?? ""],
  );
  return removed.length === 0 ? { error: "NOT_FOUND" } : { result: "OK", effect: "balance removed" };
}

function idOf(parameters: Parameters): string {
  return `${parameters.Tenant}:${parameters.Account}`;
}
