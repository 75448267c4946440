import { useQuery } from "@apollo/client/react";
import {
  AssignCustomerDocument,
  AssignCustomerSearchDocument,
  AssignOfferingDocument,
  AssignReservationsDocument,
  type AssignCustomerQuery,
  type AssignOfferingFragment,
  type AssignOfferingQuery,
  type AssignReservationFragment,
} from "./assign.generated.ts";
import type { AssignState } from "./use-assign-state.ts";

export type DraftOffering = NonNullable<AssignOfferingQuery["offering"]>;
export type DraftCustomer = NonNullable<AssignCustomerQuery["customer"]>;
export type Requirement = AssignOfferingFragment["requirements"][number];

export interface Slot {
  readonly requirement: Requirement;
  readonly reservation: AssignReservationFragment | null;
}

export interface Draft {
  readonly offering: DraftOffering | null;
  readonly customer: DraftCustomer | null;
  readonly slots: readonly Slot[];
  readonly isLoading: boolean;
  readonly error: unknown;
  refetchReservations(): Promise<unknown>;
}

/** What the address names, looked up: the offering with its eligibility, the customer, and the items held for it. */
export function useDraft(state: AssignState): Draft {
  const numbered = /^\d+$/.test(state.customer);
  const byNumber = useQuery(AssignCustomerSearchDocument, { variables: { search: state.customer }, skip: !numbered });
  const found = byNumber.data?.customers.nodes.find(({ number }) => String(number) === state.customer);
  const customerId = numbered ? (found?.id ?? "") : state.customer;
  const customer = useQuery(AssignCustomerDocument, { variables: { id: customerId }, skip: customerId === "" });
  const offering = useQuery(AssignOfferingDocument, {
    variables: { slug: state.product, customerId: customerId || null, serviceId: state.service || null },
    skip: state.product === "",
  });
  const reservations = useQuery(AssignReservationsDocument, { fetchPolicy: "cache-and-network" });
  const chosen = offering.data?.offering ?? offering.previousData?.offering ?? null;
  const shownOffering = chosen?.slug === state.product ? chosen : null;
  return {
    offering: shownOffering,
    customer: customerId === "" ? null : (customer.data?.customer ?? null),
    slots: pairSlots(shownOffering?.requirements ?? [], reservations.data?.myReservations ?? []),
    isLoading: (offering.loading && shownOffering === null) || customer.loading || byNumber.loading,
    error: offering.error ?? customer.error ?? reservations.error,
    refetchReservations: () => reservations.refetch(),
  };
}

/** Each slot gets an item of its template that is held for me; none serves two slots. */
export function pairSlots(
  requirements: readonly Requirement[],
  reservations: readonly AssignReservationFragment[],
): Slot[] {
  const used = new Set<string>();
  return requirements.map((requirement) => {
    const reservation =
      reservations.find(({ id, item }) => item.template.id === requirement.template.id && !used.has(id)) ?? null;
    if (reservation !== null) used.add(reservation.id);
    return { requirement, reservation };
  });
}
