import type { ConnectorIo } from "../../kernel/connector.ts";
import { refused } from "../element.ts";
import type { Text } from "../text.ts";
import { addressOf, assertDone, assertGone, callOcs, getAccount, type OcsAccount, type OcsBalance } from "./account.ts";
import { ocs, type OcsSettings } from "./settings.ts";

export interface BalanceInput {
  readonly account: Text;
  /** `*monetary` (units of the account's currency), `*data` (bytes), `*voice` (nanoseconds), `*sms` (messages). */
  readonly type: string;
  /** `<run>:<task>`, which is the default: the name by which a repetition is recognised. */
  readonly balanceId?: Text;
}

export interface SetBalanceInput extends BalanceInput {
  readonly value: number;
  /** RFC 3339; absent: never expires. */
  readonly expiresAt?: Text;
}

/**
 * A top-up that can be repeated: a balance of its own name, set only where it is absent. Adding would add again at each
 * repetition, and setting what is there would give back what has been used since.
 */
export async function setBalance(io: ConnectorIo, settings: OcsSettings, input: SetBalanceInput): Promise<void> {
  const id = String(input.balanceId ?? io.idempotencyKey);
  const planned = { id: `${settings.tenant}:${input.account}`, isDisabled: false, balances: [] };
  const account = await getAccount(io, settings, input, planned);
  if (account === null) throw refused(ocs, "permanent", `no account ${settings.tenant}:${input.account}`);
  if (hasBalance(account, { type: input.type, id })) return;
  const parameters = {
    ...addressOf(settings, input.account),
    BalanceType: input.type,
    Value: input.value,
    Balance: { ID: id, ...(input.expiresAt === undefined ? {} : { ExpiryTime: input.expiresAt }) },
  };
  await callOcs(io, settings, "APIerSv1.SetBalance", parameters, assertDone, null);
}

/** A balance, or an account, that is not there is removed already. */
export async function removeBalance(io: ConnectorIo, settings: OcsSettings, input: BalanceInput): Promise<void> {
  const parameters = {
    ...addressOf(settings, input.account),
    BalanceType: input.type,
    Balance: { ID: input.balanceId ?? io.idempotencyKey },
  };
  await callOcs(io, settings, "APIerSv1.RemoveBalances", parameters, assertGone, null);
}

export async function verifyBalance(io: ConnectorIo, settings: OcsSettings, input: BalanceInput): Promise<boolean> {
  const id = String(input.balanceId ?? io.idempotencyKey);
  const account = await getAccount(io, settings, input);
  return account !== null && hasBalance(account, { type: input.type, id });
}

export function hasBalance({ balances }: OcsAccount, { type, id }: Pick<OcsBalance, "type" | "id">): boolean {
  return balances.some((balance) => balance.type === type && balance.id === id);
}

export async function verifyBalanceRemoved(
  io: ConnectorIo,
  settings: OcsSettings,
  input: BalanceInput,
): Promise<boolean> {
  return !(await verifyBalance(io, settings, input));
}
