import { decodeId } from "@tierline/shared/id.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant, notFound } from "../kernel/rejection.ts";
import type { TrunkFacts, TrunkPasswords } from "./check-trunk.ts";
import { PbxTrunkEntity, type PbxTrunkRow } from "./trunk.entity.ts";

export type TrunkPassword = "pbxPassword" | "gatewayPassword";

/** Where a sealed password of a trunk belongs; elsewhere it does not open. */
export function trunkPlace(trunkId: string, name: TrunkPassword): string {
  return `pbx_trunk|${trunkId}|${name}`;
}

type Sealed = Partial<Pick<PbxTrunkRow, "sealedPbxPassword" | "sealedGatewayPassword">>;

export function sealedOf({ vault }: Pick<Transaction, "vault">, trunkId: string, said: TrunkPasswords): Sealed {
  const seal = (name: TrunkPassword) => {
    const text = said[name];
    return text == null ? undefined : text === "" ? null : vault.seal(text, trunkPlace(trunkId, name));
  };
  const [pbx, gateway] = [seal("pbxPassword"), seal("gatewayPassword")];
  return {
    ...(pbx !== undefined && { sealedPbxPassword: pbx }),
    ...(gateway !== undefined && { sealedGatewayPassword: gateway }),
  };
}

/** What the trail tells of one: a password that is another one is named, and says nothing. */
export function toldOf(facts: TrunkFacts): Record<string, unknown> {
  const { ipAddress, sipPort, transport, description, users, pbxUser, gatewayUser } = facts;
  return { ipAddress, sipPort, transport, description, users, pbxUser, gatewayUser };
}

export function renewedOf(sealed: Sealed) {
  const fields = { sealedPbxPassword: "pbxPassword", sealedGatewayPassword: "gatewayPassword" } as const;
  return (Object.keys(fields) as (keyof typeof fields)[])
    .filter((key) => sealed[key] !== undefined)
    .map((key) => ({ field: fields[key], before: null, after: null }));
}

/** One that is there for the viewer, locked. @throws AccessError NOT_FOUND */
export async function lockedTrunk({ em }: Pick<Transaction, "em">, apiId: string): Promise<PbxTrunkRow> {
  const id = decodeId("pbx", apiId);
  if (id === null) throw notFound();
  await em.execute("select 1 from pbx_trunk where id = ? for update", [id]);
  const row = await em.findOne(PbxTrunkEntity, { id }, { disableIdentityMap: true });
  if (row === null) throw notFound();
  return row;
}

/** What the customer of a trunk is called. */
export async function customerLabelled({ em }: Pick<Transaction, "em">, id: string): Promise<string> {
  const customer = await em.findOne(CustomerEntity, { id }, { disableIdentityMap: true });
  invariant(customer !== null, "who sees a trunk sees its customer");
  return labelOf(customer);
}
