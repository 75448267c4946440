import { useApolloClient, useMutation } from "@apollo/client/react";
import { newId } from "@tierline/shared/id.ts";
import { useState } from "react";
import { failureOf } from "../../api/user-errors.ts";
import {
  AssignReservationsDocument,
  ExtendReservationDocument,
  ReleaseReservationDocument,
  ReserveItemDocument,
  type AssignReservationFragment,
  type AssignReservationsQuery,
} from "./assign.generated.ts";

export interface Refused {
  readonly message: string;
  readonly suggestion: { readonly id: string; readonly label: string; readonly identifier: string } | null;
}

export interface Reserving {
  /** A given item, or the best free one of a template; the held one of the slot is given back in the same stroke. */
  reserve(what: { itemId: string } | { templateId: string }, replaces: string | null): Promise<boolean>;
  extend(id: string): Promise<void>;
  release(id: string): Promise<void>;
  readonly refused: Refused | null;
  readonly isBusy: boolean;
}

/** Holding items for this sale. What is held is the server's answer, never assumed. */
export function useReserve(): Reserving {
  const client = useApolloClient();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [reserveItem, reserving] = useMutation(ReserveItemDocument);
  const [extendReservation, extending] = useMutation(ExtendReservationDocument);
  const [releaseReservation] = useMutation(ReleaseReservationDocument);

  function put(change: (held: AssignReservationFragment[]) => AssignReservationFragment[]): void {
    client.cache.updateQuery<AssignReservationsQuery>({ query: AssignReservationsDocument }, (before) =>
      before == null ? before : { ...before, myReservations: change(before.myReservations) },
    );
  }

  return {
    refused,
    isBusy: reserving.loading || extending.loading,
    async reserve(what, replaces) {
      setRefused(null);
      try {
        const input = {
          ...what,
          idempotencyKey: newId(),
          ...(replaces === null ? {} : { replacesReservationId: replaces }),
        };
        const { data } = await reserveItem({ variables: { input } });
        const reservation = data?.reserveInventoryItem.reservation ?? null;
        const error = data?.reserveInventoryItem.userErrors[0];
        if (reservation === null) {
          const suggestion = error !== undefined && "suggestedItem" in error ? (error.suggestedItem ?? null) : null;
          setRefused({ message: error?.message ?? "", suggestion });
          return false;
        }
        put((held) => [...held.filter(({ id }) => id !== replaces && id !== reservation.id), reservation]);
        return true;
      } catch (error) {
        setRefused({ message: failureOf(error).message, suggestion: null });
        return false;
      }
    },
    async extend(id) {
      const { data } = await extendReservation({ variables: { input: { id } } });
      const error = data?.extendReservation.userErrors[0];
      setRefused(error === undefined ? null : { message: error.message, suggestion: null });
    },
    async release(id) {
      await releaseReservation({ variables: { input: { id } } });
      put((held) => held.filter((each) => each.id !== id));
    },
  };
}
