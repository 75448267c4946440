import type { OrderQuoteInput } from "../../api/generated/schema.ts";
import { readFields, type AssignState } from "./use-assign-state.ts";
import type { Draft } from "./use-draft.ts";

export type OrderInput = OrderQuoteInput;

/** The draft as the server takes it, for the quote and for the order alike; null until there is a product and a customer. */
export function orderInputOf(draft: Draft, state: AssignState, autoRenew: boolean | null): OrderInput | null {
  const { offering, customer, slots } = draft;
  if (offering === null || customer === null) return null;
  const serviceId = serviceOf(draft, state);
  if (offering.kind === "ADDON" && serviceId === "") return null;
  const reservationIds = slots.map(({ reservation }) => reservation?.id).filter((id) => id !== undefined);
  const onlySite = customer.sites.length === 1 ? customer.sites[0]?.id : undefined;
  const fields = Object.entries(readFields(state)).map(([key, value]) => ({ key, value }));
  return {
    offeringId: offering.id,
    customerId: customer.id,
    ...(serviceId === "" ? {} : { serviceId }),
    ...(reservationIds.length === 0 ? {} : { reservationIds }),
    ...(autoRenew === null ? {} : { autoRenew }),
    ...optional("siteId", state.site || onlySite),
    ...optional("billingContactId", state.billing),
    ...optional("technicalContactId", state.technical),
    ...optional("purchaseOrderNumber", state.po),
    ...optional("installationDate", state.install),
    ...(fields.length === 0 ? {} : { customFields: fields }),
  };
}

/** An add-on's service: the one chosen, or the only one there is (O34). */
export function serviceOf({ offering }: Draft, state: AssignState): string {
  if (offering === null || offering.kind !== "ADDON") return "";
  const services = offering.eligibility.compatibleServices;
  if (services.some(({ id }) => id === state.service)) return state.service;
  return services.length === 1 ? (services[0]?.id ?? "") : "";
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined || value === "" ? {} : ({ [key]: value } as Record<K, string>); // one key, one value
}
