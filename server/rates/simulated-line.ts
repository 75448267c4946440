import { decodeId, encodeId } from "@tierline/shared/id.ts";
import type { LineType } from "@tierline/shared/rate-deck.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { AccessError, notFound } from "../kernel/rejection.ts";

export interface SimulatedLine {
  readonly serviceId: string;
  /** The API's id. */
  readonly customerId: string;
  readonly customer: string;
  readonly homeCountry: string;
}

interface Named {
  /** The API's ids. */
  readonly customerId?: string | null | undefined;
  readonly resellerId?: string | null | undefined;
  readonly serviceId?: string | null | undefined;
}

/** The line that calls, where one is named: of a customer of the viewer's own reseller. @throws AccessError NOT_FOUND, BAD_USER_INPUT */
export async function simulatedLine({ em, viewer }: Context, named: Named): Promise<SimulatedLine | null> {
  if (named.serviceId == null) return null;
  if (named.customerId != null || named.resellerId != null) {
    throw new AccessError("BAD_USER_INPUT", say("rate.oneBuyer"));
  }
  const [line] = await em.execute<{ id: string; customer: string; country: string }[]>(
    `select s.id, c.id as customer, c.home_country as country from service s join customer c on c.id = s.customer_id
     join reseller r on r.id = s.reseller_id where s.id = ? and r.path = ?`,
    [decodeId("svc", named.serviceId), resellerPathOf(viewer.path)],
  );
  if (line === undefined) throw notFound();
  const { id: serviceId, customer, country: homeCountry } = line;
  return { serviceId, customerId: encodeId("cus", customer), customer, homeCountry };
}

interface SimulatedNumber {
  readonly lineType: LineType | null;
  readonly digits: string;
  readonly at: Date;
}

/** What is left to the line at that time, its own minutes and its customer's: as a switch is answered that asks before a call. */
export async function freeSecondsLeft(
  { em }: Pick<Context, "em">,
  { serviceId, customer, homeCountry }: SimulatedLine,
  { lineType, digits, at }: SimulatedNumber,
): Promise<number> {
  const [row] = await em.execute<{ seconds: number }[]>(
    "select line_allowance_left(?, ?) + allowance_left(?, call_scope(?, ?, ?), ?, ?) as seconds",
    [serviceId, at, customer, lineType, digits, homeCountry, digits, at],
  );
  return row?.seconds ?? 0;
}
