import { idToSearch } from "@tierline/shared/id.ts";
import { searchLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import { newestFirst } from "../kernel/newest-first.ts";
import type { Page, PageRequest } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import { ApiRequestEntity } from "./api-request.entity.ts";
import { toApiRequest, type ApiRequestType } from "./api-request.type.ts";

export interface ApiRequestFilter {
  readonly clientId?: string | null | undefined;
  readonly keyId?: string | null | undefined;
  readonly hasFailed?: boolean | null | undefined;
  readonly operation?: string | null | undefined;
}

/** Those of one's tier, newest first; what came in is there a second later. */
export async function listApiRequests(
  context: Context,
  { clientId, keyId, hasFailed, operation }: ApiRequestFilter,
  request: PageRequest,
): Promise<Page<ApiRequestType>> {
  if (operation != null && (operation.length > searchLengthMax || operation.includes("\0")))
    throw new AccessError("BAD_USER_INPUT", say("search.length", { field: "operation", max: searchLengthMax }));
  const where = {
    ...(clientId == null ? {} : { clientId: idToSearch("acl", clientId) }),
    ...(keyId == null ? {} : { keyId: idToSearch("key", keyId) }),
    ...(operation == null ? {} : { operation }),
    ...(hasFailed == null ? {} : { codes: hasFailed ? { $ne: [] } : { $eq: [] } }),
  };
  return newestFirst(context, ApiRequestEntity, where, request, toApiRequest);
}
