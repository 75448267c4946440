import { NetworkStatus, type OperationVariables } from "@apollo/client";
import type { useQuery } from "@apollo/client/react";

type PagedResult<T, V extends OperationVariables> = Pick<
  useQuery.Result<T, V>,
  "loading" | "networkStatus" | "fetchMore"
>;

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** What a DataGrid has to know of a list that comes in pages; the cache puts them one after the other. */
export function pagesOf<T, V extends OperationVariables>(result: PagedResult<T, V>, pageInfo: PageInfo | undefined) {
  const isLoadingMore = result.networkStatus === NetworkStatus.fetchMore;
  return {
    isLoading: result.loading && !isLoadingMore,
    isLoadingMore,
    hasMore: pageInfo?.hasNextPage ?? false,
    onMore: (): void =>
      void result.fetchMore({ variables: { after: pageInfo?.endCursor ?? null } as unknown as Partial<V> }),
  };
}
