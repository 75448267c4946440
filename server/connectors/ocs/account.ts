import { z } from "zod";
import type { ConnectorIo } from "../../kernel/connector.ts";
import type { Part } from "../../kernel/secret.ts";
import { garbage, refused } from "../element.ts";
import type { Text } from "../text.ts";
import { askOcs, type RpcAnswer } from "./json-rpc.ts";
import { ocs, type OcsSettings } from "./settings.ts";

export interface OcsBalance {
  /** `*monetary`, `*data`, `*voice`, `*sms` … */
  readonly type: string;
  readonly id: string;
  readonly value: number;
}

export interface OcsAccount {
  /** `tenant:account`. */
  readonly id: string;
  readonly isDisabled: boolean;
  readonly balances: readonly OcsBalance[];
}

export interface CreateAccountInput {
  readonly account: Text;
  /** Action plans of the OCS that the account subscribes to: its tariff. */
  readonly actionPlanIds?: readonly string[];
  /** Travels in `APIOpts`, which CGRateS passes over where a method knows none; the lab's sentinels look at it. */
  readonly iccid?: Text;
}

/** SetAccount says what shall be: a second time changes nothing. */
export async function createAccount(io: ConnectorIo, settings: OcsSettings, input: CreateAccountInput): Promise<void> {
  const parameters: Part = {
    ...addressOf(settings, input.account),
    ActionPlanIDs: [...(input.actionPlanIds ?? [])],
    ExtraOptions: { Disabled: false },
    ReloadScheduler: true,
    ...(input.iccid === undefined ? {} : { APIOpts: { Iccid: input.iccid } }),
  };
  await callOcs(io, settings, "APIerSv2.SetAccount", parameters, assertDone, null);
}

/** The account's tariff from now on, whatever it was: AttrSetAccount adds to the action plans unless it is told to overwrite them. */
export async function changePlans(
  io: ConnectorIo,
  settings: OcsSettings,
  {
    account,
    actionPlanIds,
    iccid,
  }: Required<Pick<CreateAccountInput, "account" | "actionPlanIds">> & Pick<CreateAccountInput, "iccid">,
): Promise<void> {
  const parameters: Part = {
    ...addressOf(settings, account),
    ActionPlanIDs: [...actionPlanIds],
    ActionPlansOverwrite: true,
    ReloadScheduler: true,
    ...(iccid === undefined ? {} : { APIOpts: { Iccid: iccid } }),
  };
  await callOcs(io, settings, "APIerSv2.SetAccount", parameters, assertDone, null);
}

/** Whether anything may be used of it; tariff and balances stay. */
export async function setDisabled(
  io: ConnectorIo,
  settings: OcsSettings,
  { account, isDisabled, iccid }: Pick<CreateAccountInput, "account" | "iccid"> & { readonly isDisabled: boolean },
): Promise<void> {
  const parameters: Part = {
    ...addressOf(settings, account),
    ExtraOptions: { Disabled: isDisabled },
    ...(iccid === undefined ? {} : { APIOpts: { Iccid: iccid } }),
  };
  await callOcs(io, settings, "APIerSv2.SetAccount", parameters, assertDone, null);
}

/** Null when the OCS has no such account. */
export function getAccount(
  io: ConnectorIo,
  settings: OcsSettings,
  input: { readonly account: Text },
  planned: OcsAccount | null = null,
): Promise<OcsAccount | null> {
  const address = addressOf(settings, input.account);
  const id = `${settings.tenant}:${input.account}`;
  return callOcs(io, settings, "APIerSv2.GetAccount", address, (answer) => accountOf(answer, id), planned);
}

/** An account that is not there is removed already. */
export async function removeAccount(
  io: ConnectorIo,
  settings: OcsSettings,
  input: { readonly account: Text },
): Promise<void> {
  const parameters = { ...addressOf(settings, input.account), ReloadScheduler: true };
  await callOcs(io, settings, "APIerSv1.RemoveAccount", parameters, assertGone, null);
}

export async function verifyAccount(
  io: ConnectorIo,
  settings: OcsSettings,
  input: { readonly account: Text },
): Promise<boolean> {
  return (await getAccount(io, settings, input)) !== null;
}

export async function verifyAccountRemoved(
  io: ConnectorIo,
  settings: OcsSettings,
  input: { readonly account: Text },
): Promise<boolean> {
  return (await getAccount(io, settings, input)) === null;
}

export function addressOf(settings: OcsSettings, account: Text): { Tenant: string; Account: Text } {
  return { Tenant: settings.tenant, Account: account };
}

export function callOcs<T>(
  io: ConnectorIo,
  settings: OcsSettings,
  method: string,
  parameters: Part,
  read: (answer: RpcAnswer) => T,
  planned: T,
): Promise<T> {
  const target = new URL(settings.url).pathname;
  return io.call(
    { connector: "ocs", method, target, body: parameters },
    async (signal) => {
      const request = { method, parameters, idempotencyKey: io.idempotencyKey };
      return read(await askOcs(settings, request, signal));
    },
    planned,
  );
}

/** Not found cannot be the answer to a change: what is missing is something the change refers to. */
export function assertDone(answer: RpcAnswer): null {
  if ("isNotFound" in answer) throw refused(ocs, "permanent", "NOT_FOUND");
  if (answer.result !== "OK") throw garbage(ocs, "a result other than OK");
  return null;
}

export function assertGone(answer: RpcAnswer): null {
  return "isNotFound" in answer ? null : assertDone(answer);
}

const accountSchema = z.object({
  ID: z.string(),
  Disabled: z.boolean().optional(),
  BalanceMap: z.record(z.string(), z.array(z.object({ ID: z.string(), Value: z.number() })).nullable()).nullish(),
});

function accountOf(answer: RpcAnswer, id: string): OcsAccount | null {
  if ("isNotFound" in answer) return null;
  const parsed = accountSchema.safeParse(answer.result);
  if (!parsed.success) throw garbage(ocs, "something that is not an account");
  if (parsed.data.ID !== id) throw garbage(ocs, "another account than the one asked for");
  const balances = Object.entries(parsed.data.BalanceMap ?? {}).flatMap(([type, each]) =>
    (each ?? []).map((balance) => ({ type, id: balance.ID, value: balance.Value })),
  );
  return { id, isDisabled: parsed.data.Disabled ?? false, balances };
}
