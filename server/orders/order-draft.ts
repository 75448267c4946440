import { decodeId, idToSearch, type IdPrefix } from "@tierline/shared/id.ts";
import { notFound } from "../kernel/rejection.ts";

/** What a caller asks for, in the words of the contract. */
export interface OrderRequest {
  readonly offeringId: string;
  readonly customerId: string;
  readonly serviceId?: string | null;
  readonly reservationIds?: readonly string[] | null;
  readonly autoRenew?: boolean | null;
  readonly siteId?: string | null;
  readonly billingContactId?: string | null;
  readonly technicalContactId?: string | null;
  readonly purchaseOrderNumber?: string | null;
  readonly customFields?: readonly { readonly key: string; readonly value: string }[] | null;
  readonly installationDate?: string | null;
}

/** The same with inside ids, and nothing left open but what may be. */
export interface OrderDraft {
  readonly offeringId: string;
  readonly customerId: string;
  readonly serviceId: string | null;
  readonly reservationIds: readonly string[];
  readonly autoRenew: boolean | null;
  readonly siteId: string | null;
  readonly billingContactId: string | null;
  readonly technicalContactId: string | null;
  readonly purchaseOrderNumber: string | null;
  readonly customFields: readonly { readonly key: string; readonly value: string }[];
  readonly installationDate: string | null;
  /** Who it is for, as the service's parameters tell its runs: packages are given to subscribers alone, and by their verbs. */
  readonly subscriber?: Readonly<Record<string, string>>;
}

/** An id that could not be one of its kind is looked for as any other, and so answered as one that is somebody else's. */
export function draftOf(request: OrderRequest): OrderDraft {
  return {
    offeringId: idToSearch("ofr", request.offeringId),
    customerId: idToSearch("cus", request.customerId),
    serviceId: uuidOrNull("svc", request.serviceId),
    reservationIds: (request.reservationIds ?? []).map((id) => idToSearch("rsv", id)),
    autoRenew: request.autoRenew ?? null,
    siteId: uuidOrNull("sit", request.siteId),
    billingContactId: uuidOrNull("ctc", request.billingContactId),
    technicalContactId: uuidOrNull("ctc", request.technicalContactId),
    purchaseOrderNumber: request.purchaseOrderNumber === "" ? null : (request.purchaseOrderNumber ?? null),
    customFields: (request.customFields ?? []).map(({ key, value }) => ({ key, value })),
    installationDate: request.installationDate ?? null,
  };
}

export function uuidOf(prefix: IdPrefix, id: string): string {
  const uuid = decodeId(prefix, id);
  if (uuid === null) throw notFound();
  return uuid;
}

function uuidOrNull(prefix: IdPrefix, id: string | null | undefined): string | null {
  return id === null || id === undefined ? null : idToSearch(prefix, id);
}
