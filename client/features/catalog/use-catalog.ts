import { useApolloClient, useQuery } from "@apollo/client/react";
import { pageSizeMax } from "@tierline/shared/limits.ts";
import { useEffect, useEffectEvent } from "react";
import type { CustomerKind } from "../../api/generated/schema.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import {
  CatalogCustomerByNumberDocument,
  CatalogCustomerDocument,
  CatalogOfferingsDocument,
  CatalogOthersDocument,
  CatalogStockDocument,
  type CatalogCardFragment,
  type CatalogCustomerQuery,
  type CatalogOfferingsQuery,
} from "./catalog.generated.ts";
import type { CatalogState } from "./catalog-state.ts";

export type CatalogCustomer = NonNullable<CatalogCustomerQuery["customer"]>;

/** The customer that the address names by id or by short number. */
export function useCatalogCustomer(text: string) {
  const isNumber = /^\d+$/.test(text);
  const byNumber = useQuery(CatalogCustomerByNumberDocument, { variables: { number: text }, skip: !isNumber });
  const found = byNumber.data?.customers.nodes.find(({ number }) => String(number) === text);
  const id = isNumber ? (found?.id ?? "") : text;
  const byId = useQuery(CatalogCustomerDocument, { variables: { id }, skip: id === "" });
  return { customer: byId.data?.customer ?? null, isPending: byNumber.loading || byId.loading };
}

export interface Catalog {
  readonly offerings: CatalogOfferingsQuery["offerings"];
  /** Cannot be assigned, each with its reasons: those of the list, then those that only the customer or the switch keeps out. */
  readonly closed: readonly CatalogCardFragment[];
  readonly open: readonly CatalogCardFragment[];
}

export function useCatalog(state: CatalogState, { customer, isPending }: ReturnType<typeof useCatalogCustomer>) {
  const segment: CustomerKind = customer?.kind ?? state.segment;
  const customerId = customer?.id ?? null;
  const withDisabled = useCan("catalog.edit").isAllowed && state.disabled === "yes";
  const result = useQuery(CatalogOfferingsDocument, {
    variables: {
      customerId,
      filter: { kind: state.kind, segment, ...(customerId !== null && { customerId }) },
      first: pageSizeMax,
    },
    skip: isPending,
    fetchPolicy: "cache-and-network",
  });
  const others = useQuery(CatalogOthersDocument, {
    variables: {
      customerId,
      filter: {
        kind: state.kind,
        ...(customerId === null && { segment }),
        ...(withDisabled && { includeDisabled: true }),
      },
      first: pageSizeMax,
    },
    skip: isPending || (customerId === null && !withDisabled),
    fetchPolicy: "cache-and-network",
  });
  const offerings = result.data?.offerings;
  useRestOf(offerings?.pageInfo, result.loading, (after) => result.fetchMore({ variables: { after } }));
  return {
    result,
    segment,
    catalog: offerings === undefined ? null : partsOf(offerings, others.data?.offerings.nodes ?? []),
    refreshStock: useRefreshStock(customer, offerings?.nodes ?? [], () => result.refetch()),
  };
}

function partsOf(offerings: CatalogOfferingsQuery["offerings"], others: readonly CatalogCardFragment[]): Catalog {
  const listed = new Set(offerings.nodes.map(({ id }) => id));
  const isClosed = ({ eligibility }: CatalogCardFragment): boolean => !eligibility.isEligible;
  return {
    offerings,
    open: offerings.nodes.filter((each) => !isClosed(each)),
    closed: [...offerings.nodes.filter(isClosed), ...others.filter((each) => isClosed(each) && !listed.has(each.id))],
  };
}

type Nodes = CatalogOfferingsQuery["offerings"]["nodes"];

/** A catalog is looked over as a whole, so that its pages are fetched one after the other without being asked for. */
function useRestOf(
  pageInfo: CatalogOfferingsQuery["offerings"]["pageInfo"] | undefined,
  isLoading: boolean,
  more: More,
) {
  const after = pageInfo?.hasNextPage === true ? pageInfo.endCursor : null;
  const fetchMore = useEffectEvent(more);
  useEffect(() => {
    if (after !== null && !isLoading) void fetchMore(after);
  }, [after, isLoading]);
}

type More = (after: string) => Promise<unknown>;

/** Asks only for counts; where something ran out or came back, also what that makes possible. */
function useRefreshStock(customer: CatalogCustomer | null, nodes: Nodes, refetch: () => Promise<unknown>) {
  const client = useApolloClient();
  const { reseller } = useViewer();
  const isElsewhere = customer !== null && customer.reseller.id !== reseller.id;

  async function requirementsOf(ids: string[]) {
    const { data } = await client.query({
      query: CatalogStockDocument,
      variables: { ids },
      fetchPolicy: "network-only",
    });
    return (data?.nodes ?? []).flatMap((node) => (node !== null && "requirements" in node ? [node] : []));
  }

  return async (): Promise<void> => {
    if (isElsewhere) return void (await refetch());
    const needy = nodes.filter(({ requirements }) => requirements.length > 0);
    const before = new Map(needy.map((each) => [each.id, isShort(each.requirements)]));
    let isTurned = false;
    for (let at = 0; at < needy.length; at += pageSizeMax) {
      const rows = await requirementsOf(needy.slice(at, at + pageSizeMax).map(({ id }) => id));
      isTurned ||= rows.some(({ id, requirements }) => before.get(id) !== isShort(requirements));
    }
    if (isTurned) await refetch();
  };
}

function isShort(requirements: readonly { readonly isRequired: boolean; readonly available: number }[]): boolean {
  return requirements.some(({ isRequired, available }) => isRequired && available === 0);
}
