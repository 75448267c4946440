import { decodeId } from "@tierline/shared/id.ts";
import { offeringKinds, type CustomerKind, type OfferingKind, type ServiceType } from "@tierline/shared/kinds.ts";
import { searchLengthMax } from "@tierline/shared/limits.ts";
import { ancestorsOf, rangeOf, resellerPathOf } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { AccessError, notFound } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { eligibilityReasonCodes, type EligibilityReasonCode } from "@tierline/shared/eligibility.ts";
import { isLetThrough, OfferingEntity, type OfferingRow } from "./offering.entity.ts";
import { tiersOf } from "./offering.ts";
import { findServiceFacts, typesOfActiveServices } from "./service-facts.ts";

/** As it comes in: ids of the API, anything may be absent. */
export interface OfferingFilter {
  readonly kind?: OfferingKind | null | undefined;
  readonly segment?: CustomerKind | null | undefined;
  readonly serviceType?: ServiceType | null | undefined;
  readonly customerId?: string | null | undefined;
  readonly serviceId?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly includeDisabled?: boolean | null | undefined;
}

/** What is asked for, resolved. Conditions that are null are not asked. */
export interface OfferingQuestion {
  /** Whose catalog it is: what this tier made and what tiers above offer it. */
  readonly sellerPath: string;
  /** For whoever edits it: also what is disabled, and what tiers below have made. */
  readonly isManaged: boolean;
  readonly kind: OfferingKind | null;
  readonly serviceType: ServiceType | null;
  readonly search: string;
  /** Kinds of customer it must be for: the one that was chosen, and the customer's own. */
  readonly segments: readonly CustomerKind[];
  readonly country: string | null;
  /** Types of service that an add-on could be added to. */
  readonly addableTypes: readonly ServiceType[] | null;
}

export async function readOfferingQuestion(context: Context, filter: OfferingFilter): Promise<OfferingQuestion> {
  const { viewer } = context;
  if (filter.includeDisabled === true) require(context, "catalog.edit");
  const service = await serviceOf(context, filter.serviceId ?? null);
  const customer = await customerOf(context, filter.customerId ?? null, service?.customerId ?? viewer.customerId);
  const segments = [filter.segment, customer?.kind].filter((kind) => kind !== null && kind !== undefined);
  return {
    sellerPath: resellerPathOf(customer?.path ?? viewer.path),
    isManaged: filter.includeDisabled ?? false,
    kind: filter.kind ?? null,
    serviceType: filter.serviceType ?? null,
    search: checkedSearch(filter.search ?? ""),
    segments: [...new Set(segments)],
    country: customer?.homeCountry ?? null,
    addableTypes:
      service !== null
        ? [service.serviceType]
        : customer === null
          ? null
          : await typesOfActiveServices(context, customer.id),
  };
}

async function serviceOf(context: Context, text: string | null) {
  if (text === null) return null;
  const id = decodeId("svc", text);
  const service = id === null ? null : await findServiceFacts(context, id);
  if (service === null) throw notFound();
  return service;
}

/** A customer that was named must exist for the viewer; one that follows from the service or the viewer does. */
async function customerOf({ em }: Context, text: string | null, implied: string | null): Promise<CustomerRow | null> {
  if (text === null && implied === null) return null;
  const id = text === null ? implied : decodeId("cus", text);
  const customer = id === null ? null : await em.findOne(CustomerEntity, { id }, { disableIdentityMap: true });
  if (customer === null) throw notFound();
  return customer;
}

function checkedSearch(text: string): string {
  if (text.length <= searchLengthMax && !text.includes("\0") && text.isWellFormed()) return text.trim();
  throw new AccessError("BAD_USER_INPUT", say("search.length", { field: "search", max: searchLengthMax }));
}

/**
 * What hides an offering, if anything. Each is counted under one reason: first what the asker cannot lift, last the kind of
 * customer, so that choosing the other kind shows as many as the list says it hides (O42).
 */
function hiddenBy({ isManaged, segments, country, addableTypes }: OfferingQuestion): {
  sql: string;
  params: unknown[];
} {
  return {
    sql: `case
      when not o.is_enabled and not ? then 'DISABLED'
      when ?::text is not null and o.countries <> '{}' and ?::text <> all(o.countries) then 'COUNTRY'
      when o.kind = 'ADDON' and ? and o.service_type <> all(?::text[]) then 'NO_COMPATIBLE_SERVICE'
      when not o.segments @> ?::text[] then 'SEGMENT' end`,
    params: [isManaged, country, country, addableTypes !== null, arrayText(addableTypes ?? []), arrayText(segments)],
  };
}

/** Only ever members of our own closed lists, which need no quotes. */
function arrayText(values: readonly string[]): string {
  return `{${values.join(",")}}`;
}

function catalogOf(
  { viewer }: Pick<Context, "viewer">,
  question: OfferingQuestion,
  kind: OfferingKind | null,
): { sql: string; params: unknown[] } {
  const { sellerPath, isManaged, serviceType, search } = question;
  // Of one's own tier the policy has said what is let through; of a customer's below it is asked.
  const isOwn = sellerPath === resellerPathOf(viewer.path);
  const letThrough = isOwn ? "" : `and ${isLetThrough("o", tiersOf(sellerPath))}`;
  const { lo, hi } = rangeOf(sellerPath);
  const hidden = hiddenBy(question);
  return {
    sql: `select o.*, lower(o.name) as sort_key, ${hidden.sql} as hidden_by from offering o
      where ((o.path in (?) ${letThrough}) or (? and o.path >= ? and o.path < ?)) and (?::text is null or o.kind = ?) and (?::text is null or o.service_type = ?)
        and (? = '' or strpos(lower(o.name), lower(?)) > 0 or strpos(lower(o.description), lower(?)) > 0 or strpos(o.slug, lower(?)) > 0)`,
    params: [
      ...hidden.params,
      ancestorsOf(sellerPath),
      isManaged,
      lo,
      hi,
      kind,
      kind,
      serviceType,
      serviceType,
      search,
      search,
      search,
      search,
    ],
  };
}

export async function listOfferings(
  context: Context,
  question: OfferingQuestion,
  page: PageRequest,
): Promise<Page<OfferingRow>> {
  const first = checkedFirst(page);
  const after = decodeCursor(page, 2);
  const beyond = after === null ? "" : `and (sort_key collate "C", id::text) > (?, ?)`;
  const { em } = context;
  const { sql, params } = catalogOf(context, question, question.kind);
  const rows = await em.execute<{ id: string; sort_key: string }[]>(
    `select * from (${sql}) catalog where hidden_by is null ${beyond} order by sort_key collate "C", id::text limit ?`,
    [...params, ...(after ?? []).map(String), first + 1],
  );
  const sortKeys = new Map(rows.map((row) => [row.id, row.sort_key]));
  return pageOf(mapped(em, OfferingEntity, rows), first, ({ id }) => [sortKeys.get(id) ?? "", id]);
}

export interface OfferingCounts {
  readonly totalCount: TotalCountType;
  /** Of the kind that was asked for: which reason hides how many, in the order of the reasons (O42). */
  readonly hidden: readonly { readonly reason: EligibilityReasonCode; readonly count: number }[];
  /** Of either kind, with all other conditions (O7). */
  readonly kindCounts: readonly { readonly kind: OfferingKind; readonly count: number }[];
}

/** All counts of a list in one statement. */
export async function countOfferings(context: Context, question: OfferingQuestion): Promise<OfferingCounts> {
  const { sql, params } = catalogOf(context, question, null);
  const rows = await context.em.execute<
    { kind: OfferingKind; hidden_by: EligibilityReasonCode | null; count: number }[]
  >(`select kind, hidden_by, count(*)::int as count from (${sql} limit ?) catalog group by 1, 2`, [
    ...params,
    countLimit,
  ]);
  const sum = (isCounted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(isCounted).reduce((total, row) => total + row.count, 0);
  const isAsked = (kind: OfferingKind) => question.kind === null || question.kind === kind;
  return {
    totalCount: toTotalCount(sum((row) => row.hidden_by === null && isAsked(row.kind))),
    hidden: eligibilityReasonCodes
      .map((reason) => ({ reason, count: sum((row) => row.hidden_by === reason && isAsked(row.kind)) }))
      .filter(({ count }) => count > 0),
    kindCounts: offeringKinds.map((kind) => ({
      kind,
      count: sum((row) => row.hidden_by === null && row.kind === kind),
    })),
  };
}
