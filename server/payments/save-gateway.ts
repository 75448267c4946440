import { newId } from "@tierline/shared/id.ts";
import { emailLengthMax, nameLengthMax } from "@tierline/shared/limits.ts";
import { parseTopUpAmounts, type GatewayMode, type PaymentProviderName } from "@tierline/shared/payment.ts";
import { paymentProviderTitles } from "@tierline/shared/payment.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText, type Noun } from "../kernel/checked-text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { installation } from "../kernel/installation.ts";
import { invariant, Refusals } from "../kernel/rejection.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { gatewayPlace, gatewaysAt } from "./gateway.ts";
import { PaymentGatewayEntity, type PaymentGatewayRow } from "./payment.entity.ts";
import { wakeGateway } from "./wake-cards.ts";

export interface SaveGatewayInput {
  readonly idempotencyKey: string;
  readonly provider: PaymentProviderName;
  readonly mode: GatewayMode;
  readonly isOpen: boolean;
  readonly amounts: string;
  readonly receiver?: string | null | undefined;
  readonly clientId?: string | null | undefined;
  readonly webhookId?: string | null | undefined;
  /** Left out: as it was. */
  readonly secret?: string | null | undefined;
  readonly webhookSecret?: string | null | undefined;
}

/**
 * What the viewer's own reseller has with a provider; customers pay there from then on (U21). Answers its UUID.
 * @throws Rejection with every wrong field
 */
export function saveGateway(context: Context, input: SaveGatewayInput): Promise<string> {
  const { secret, webhookSecret, ...told } = input;
  // Neither secret is kept under the caller's key, not even as a digest that could be guessed at.
  const shape = { ...told, hasSecret: Boolean(secret), hasWebhookSecret: Boolean(webhookSecret) };
  return once(context, "payment.setUp", input.idempotencyKey, shape, (tx) => save(tx, input));
}

async function save(tx: Transaction, input: SaveGatewayInput): Promise<string> {
  const { path } = tx.viewer;
  await tx.em.execute("select 1 from reseller where path = ? for no key update", [path]);
  const before = (await gatewaysAt(tx, path)).find(({ provider }) => provider === input.provider) ?? null;
  const facts = checked(input, before);
  const id = before?.id ?? newId(tx.clock.now().getTime());
  const sealed = {
    ...sealedOf(tx, id, "secret", input.secret),
    ...sealedOf(tx, id, "webhookSecret", input.webhookSecret),
  };
  if (before === null) await insert(tx, id, input.provider, { ...facts, ...sealed });
  else {
    const version = before.version + 1;
    await tx.em.nativeUpdate(PaymentGatewayEntity, { id }, { ...facts, ...sealed, version });
    await wakeGateway(tx, id);
  }
  const told = (row: Omit<GatewayFacts, "amounts"> & { amounts: readonly number[] }) => ({
    mode: row.mode,
    receiver: row.receiver,
    clientId: row.clientId,
    webhookId: row.webhookId,
    amounts: row.amounts.join(","),
    isOpen: row.isOpen,
  });
  const changes = changesBetween(before === null ? {} : told(before), told(facts));
  const renewed = Object.keys(sealed).map((field) => ({ field, before: null, after: null }));
  if (changes.length === 0 && renewed.length === 0) return id;
  await recordAudit(tx, {
    operation: "payment.setUp",
    subjectKind: "paymentGateway",
    subjectId: id,
    subject: paymentProviderTitles[input.provider],
    changes: [...changes, ...renewed],
    path,
  });
  return id;
}

type GatewayFacts = Pick<PaymentGatewayRow, "mode" | "receiver" | "clientId" | "webhookId" | "amounts" | "isOpen">;
type Sealed = Partial<Pick<PaymentGatewayRow, "sealedSecret" | "sealedWebhookSecret">>;

async function insert(
  tx: Transaction,
  id: string,
  provider: PaymentProviderName,
  facts: GatewayFacts & Sealed,
): Promise<void> {
  const { path } = tx.viewer;
  const reseller = await tx.em.findOne(ResellerEntity, { path }, { disableIdentityMap: true });
  invariant(reseller !== null, "a viewer sees their own reseller");
  await tx.em.insert(PaymentGatewayEntity, {
    ...facts,
    id,
    path,
    reseller: reseller.id,
    provider,
    createdAt: tx.clock.now(),
    version: 1,
  });
}

function sealedOf({ vault }: Transaction, id: string, name: "secret" | "webhookSecret", text?: string | null): Sealed {
  if (text == null || text === "") return {};
  const sealed = vault.seal(text, gatewayPlace(id, name));
  return name === "secret" ? { sealedSecret: sealed } : { sealedWebhookSecret: sealed };
}

function checked(input: SaveGatewayInput, before: PaymentGatewayRow | null): GatewayFacts {
  const refusals = new Refusals();
  const { provider, mode, isOpen } = input;
  const { amounts, wrong } = parseTopUpAmounts(input.amounts);
  if (wrong !== undefined) {
    refusals.add("INVALID", say("payment.amounts", { wrong: wrong === "" ? "none" : wrong.slice(0, 40) }), "amounts");
  }
  if (mode === "LAB" && installation().lab === null) refusals.add("INVALID", say("payment.noLab"), "mode");
  const isReal = mode !== "LAB";
  const text = (field: "receiver" | "clientId" | "webhookId", noun: Noun, isNeeded: boolean) => {
    const max = field === "receiver" ? emailLengthMax : nameLengthMax;
    return checkText(refusals, input[field], { noun, max, isRequired: isNeeded && isReal }, field) ?? "";
  };
  const isPaypal = provider === "PAYPAL";
  const receiver = text("receiver", "noun.receiver", isPaypal);
  const clientId = text("clientId", "noun.clientId", isPaypal);
  const webhookId = text("webhookId", "noun.webhookId", isPaypal);
  checkSecret(refusals, input, "secret", isReal && before?.sealedSecret == null);
  checkSecret(refusals, input, "webhookSecret", isReal && !isPaypal && before?.sealedWebhookSecret == null);
  refusals.settle();
  invariant(amounts !== undefined, "what was refused is not saved");
  return { mode, isOpen, receiver, clientId, webhookId, amounts: [...amounts] };
}

function checkSecret(
  refusals: Refusals,
  input: SaveGatewayInput,
  field: "secret" | "webhookSecret",
  isRequired: boolean,
): void {
  checkText(refusals, input[field], { noun: "noun.secret", max: nameLengthMax, isRequired }, field);
}
