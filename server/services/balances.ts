import { getAccount, type OcsAccount, type OcsBalance } from "../connectors/ocs/account.ts";
import type { OcsSettings } from "../connectors/ocs/settings.ts";
import type { Text } from "../connectors/text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import type { OutsideTask } from "../provisioning/action.ts";
import type { BalanceValue } from "./service.entity.ts";
import { serviceTopic } from "./move-service.ts";

/** What CGRateS counts in, and what people count in. */
const kinds = {
  "*data": { kind: "data", label: "Data", unit: "GB", perUnit: 1_000_000_000 },
  "*voice": { kind: "voice", label: "Calls", unit: "min", perUnit: 60_000_000_000 },
  "*sms": { kind: "sms", label: "Messages", unit: "messages", perUnit: 1 },
  "*monetary": { kind: "monetary", label: "Credit", unit: "", perUnit: 1 },
} as const;
export const balanceTypes = ["*data", "*voice", "*sms", "*monetary"] as const;
export type BalanceType = (typeof balanceTypes)[number];

const places = 3;

/** The amount in the OCS's own unit: bytes, nanoseconds, messages, units of the currency. */
export function ocsValueOf(type: BalanceType, amount: number): number {
  return Math.round(amount * kinds[type].perUnit * 1_000_000) / 1_000_000;
}

/** `5 GB`, for people. */
export function amountText(type: BalanceType, amount: string | number): string {
  return `${amount} ${kinds[type].unit}`.trim();
}

/** Balances of one kind are one for people: the plan's and those of each top-up together. */
export function balancesOf(balances: readonly OcsBalance[], currency: string): BalanceValue[] {
  return balanceTypes.flatMap((type) => {
    const own = balances.filter((balance) => balance.type === type);
    if (own.length === 0) return [];
    const { kind, label, unit, perUnit } = kinds[type];
    const sum = own.reduce((total, balance) => total + balance.value, 0) / perUnit;
    return [{ kind, label, amount: plainDecimal(sum), unit: unit === "" ? currency : unit }];
  });
}

/** Reads the account once more and has what it says stored with the task's own row: seen as soon as the run is. */
export async function rememberBalances(task: OutsideTask, settings: OcsSettings, account: Text): Promise<void> {
  const found = await getAccount(task.io, settings, { account });
  if (found !== null) rememberAccount(task, found);
}

export function rememberAccount(task: OutsideTask, account: OcsAccount): void {
  const { serviceId } = task.run;
  if (serviceId !== null) task.remember((tx) => storeBalances(tx, serviceId, account.balances));
}

export async function storeBalances(
  tx: Pick<Context, "em" | "clock"> & Pick<Transaction, "announce">,
  serviceId: string,
  balances: readonly OcsBalance[],
): Promise<void> {
  const [service] = await tx.em.execute<{ currency: string; path: string }[]>(
    "select currency, path from service where id = ? for update",
    [serviceId],
  );
  if (service === undefined) return;
  const now = tx.clock.now();
  const rows = await tx.em.execute<{ version: number }[]>(
    "update service set balances = ?::jsonb, balances_at = ?, version = version + 1 where id = ? returning version",
    [JSON.stringify(balancesOf(balances, service.currency)), now, serviceId],
  );
  tx.announce({ topic: serviceTopic(serviceId), path: service.path, sequence: rows[0]?.version ?? 0 });
}

function plainDecimal(value: number): string {
  const text = value.toFixed(places);
  return text.replace(/\.?0+$/, "");
}
