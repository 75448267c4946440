import type { Context } from "../kernel/context.ts";
import { serviceRows } from "../services/service-rows.ts";
import { toService } from "../services/service.type.ts";
import type { SearchHitType } from "./search.type.ts";

export interface ServiceClues {
  /** A service's short number. */
  readonly number: number | null;
  /** Customers that the same search found. */
  readonly customerIds: readonly string[];
  /** Services whose items it found. */
  readonly serviceIds: readonly string[];
}

interface Found {
  readonly customer_name: string;
  readonly customer_number: number;
}

/**
 * Services by their number, by the items on them and by their customers: in this order, so that who types a phone number sees the
 * service with that number. Each way is an index; a part of a service's name finds nothing that these do not.
 */
export async function findServicesBy({ em }: Context, clues: ServiceClues, limit: number): Promise<SearchHitType[]> {
  const ways: { sql: string; params: readonly unknown[] }[] = [];
  if (clues.number !== null) {
    ways.push({
      sql: "select s.id from reseller r join service s on s.reseller_id = r.id and s.number = ?",
      params: [clues.number],
    });
  }
  if (clues.serviceIds.length > 0)
    ways.push({ sql: "select s.id from service s where s.id in (?)", params: [clues.serviceIds] });
  if (clues.customerIds.length > 0)
    ways.push({ sql: "select s.id from service s where s.customer_id in (?)", params: [clues.customerIds] });
  if (ways.length === 0) return [];
  const found = ways
    .map(({ sql }, index) => `(select ${index} as way, found.id from (${sql} limit ?) found)`)
    .join(" union all ");
  const rows = await em.execute<Found[]>(
    `select s.*, c.name as customer_name, c.number as customer_number
     from (select id, min(way) as way from (${found}) found group by id) best
     join service s on s.id = best.id join customer c on c.id = s.customer_id
     order by best.way, (s.state = 'ACTIVE') desc, s.id desc limit ?`,
    [...ways.flatMap(({ params }) => [...params, candidatesMax]), limit],
  );
  return serviceRows(em, rows).map((row, index) => ({
    node: toService(row),
    title: row.name,
    detail: `${rows[index]!.customer_name} (ID: ${rows[index]!.customer_number})`,
    matched: row.number === clues.number ? `#${row.number}` : null,
  }));
}

/** A business with thousands of services must not make a search slow. */
const candidatesMax = 200;
