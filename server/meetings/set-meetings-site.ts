import { labelOf } from "@tierline/shared/customer-label.ts";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { domainLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { changeableCustomer } from "../customers/changeable-customer.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { checkTimeZone } from "../resellers/check-reseller.ts";
import { MeetingsSiteEntity } from "./meetings.entity.ts";

export interface SetMeetingsSiteInput {
  /** The API's id. */
  readonly customerId: string;
  /** Of the site that was read; nothing for the first. */
  readonly version?: number | null | undefined;
  readonly url: string;
  readonly timeZone: string;
  readonly hasPstnCallIn: boolean;
}

/**
 * Gives a customer a Meetings site, or changes the one it has. Answers the customer's UUID.
 * @throws Rejection STALE, STATE_CONFLICT (archived), TAKEN and every field that is wrong
 */
export function setMeetingsSite(context: Context, input: SetMeetingsSiteInput): Promise<string> {
  return transaction(context, async (tx) => {
    const customer = await changeableCustomer(tx, decodeId("cus", input.customerId));
    const { id, path } = customer;
    const before = await tx.em.findOne(MeetingsSiteEntity, { customer: id }, { disableIdentityMap: true });
    if ((before?.version ?? null) !== (input.version ?? null)) {
      throw new Rejection({ code: "STALE", message: say("meetings.siteStale"), path: ["version"] });
    }
    const next = checked(input);
    const changes = changesBetween(before === null ? {} : inWords(before), inWords(next));
    if (changes.length === 0) return id;
    if (before === null) {
      const row = { id: newId(tx.clock.now().getTime()), path, customer: id, ...next, version: 1 };
      await tx.em.insert(MeetingsSiteEntity, row);
    } else {
      await tx.em.nativeUpdate(MeetingsSiteEntity, { id: before.id }, { ...next, version: before.version + 1 });
    }
    await recordAudit(tx, {
      operation: "customer.set_meetings_site",
      subjectKind: "customer",
      subjectId: id,
      subject: labelOf(customer),
      changes,
      path,
    });
    return id;
  });
}

function checked({ url, timeZone, hasPstnCallIn }: SetMeetingsSiteInput) {
  const refusals = new Refusals();
  const host = url.toLowerCase();
  if (host === "") refusals.add("REQUIRED", say("meetings.url"), "url");
  else if (!isHost(host)) refusals.add("INVALID", say("meetings.url"), "url");
  const site = { url: host, timeZone: checkTimeZone(refusals, timeZone), hasPstnCallIn };
  refusals.settle();
  return site;
}

/** As sites are named: a host, without what goes before and after it. */
function isHost(text: string): boolean {
  return text.length <= domainLengthMax && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(text);
}

function inWords({ url, timeZone, hasPstnCallIn }: ReturnType<typeof checked>) {
  return { siteUrl: url, timeZone, hasPstnCallIn };
}
