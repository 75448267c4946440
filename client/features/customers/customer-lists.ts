import type { ApolloCache } from "@apollo/client";

/** A customer has come, or is in another state: lists that were read may have it wrongly, and are read anew where they are shown. */
export function forgetCustomerLists(cache: ApolloCache): void {
  cache.evict({ id: "ROOT_QUERY", fieldName: "customers" });
}
