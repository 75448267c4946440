import { addMonths, dateInZone } from "@tierline/shared/billing-period.ts";
import type { ServiceType } from "@tierline/shared/kinds.ts";
import { formatPhoneNumber } from "@tierline/shared/phone-number.ts";
import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { defineAction, TaskFailure } from "../provisioning/action.ts";
import { moveService } from "./move-service.ts";

/** What a service is called by its type, in its name and in mails. */
export const serviceTypeWords: Record<ServiceType, string> = {
  MOBILE: "Mobile",
  INTERNET: "Internet",
  IPTV: "IPTV",
  VOIP: "VoIP",
  COLLABORATION: "Collaboration",
};

/** `Mobile - +44 7700 900123`; a service without a phone number is called by its own (O31), a person's by their e-mail address. */
export function serviceNameOf(
  serviceType: ServiceType,
  phoneNumber: string | null,
  serviceNumber: number,
  email: string | null = null,
): string {
  const number = phoneNumber === null ? String(serviceNumber) : formatPhoneNumber(phoneNumber);
  return `${serviceTypeWords[serviceType]} - ${email ?? number}`;
}

interface Activating {
  number: number;
  service_type: ServiceType;
  auto_renew: boolean;
  recurring_micros: string | null;
  contract_term_months: number;
  time_zone: string;
  phone_number: string | null;
  email: string | null;
}

/** Undone, the service has ended: a service that was active once cannot be pending again. */
export const activateServiceAction = defineAction({
  key: "service.activate",
  title: say("action.service.activate.title"),
  description: say("action.service.activate.description"),
  kind: "DB",
  input: z.object({}),
  outputs: ["name", "number", "startsOn"],
  async do(task) {
    const { serviceId } = task.run;
    const service = serviceId === null ? null : await readActivating(task.tx, serviceId);
    if (serviceId === null || service === null)
      throw new TaskFailure("SERVICE_MISSING", say("task.noServiceToActivate"));
    const name = serviceNameOf(service.service_type, service.phone_number, service.number, service.email);
    const startsOn = dateInZone(task.tx.clock.now(), service.time_zone);
    const hasEnd = service.recurring_micros !== null && !service.auto_renew;
    const endsOn = hasEnd ? addMonths(startsOn, service.contract_term_months) : null;
    const moved = await moveService(task.tx, serviceId, "ACTIVE", { name, starts_on: startsOn, ends_on: endsOn });
    if (moved === null) throw new TaskFailure("STATE_CONFLICT", say("task.notPending"));
    task.detail(name);
    return { name, number: service.number, startsOn };
  },
  async undo(task) {
    const { serviceId } = task.run;
    if (serviceId === null) return;
    const [row] = await task.tx.em.execute<{ time_zone: string }[]>(
      "select r.time_zone from service s join reseller r on r.id = s.reseller_id where s.id = ?",
      [serviceId],
    );
    const endsOn = dateInZone(task.tx.clock.now(), row?.time_zone ?? "UTC");
    await moveService(task.tx, serviceId, "TERMINATED", { ends_on: endsOn });
  },
});

async function readActivating(tx: Transaction, serviceId: string): Promise<Activating | null> {
  const [row] = await tx.em.execute<Activating[]>(
    `select s.number, s.service_type, s.auto_renew, s.recurring_micros, r.time_zone, s.parameters ->> 'subscriberEmail' as email,
       coalesce(
         (select o.contract_term_months from offering o where o.id = s.offering_id),
         (select o.contract_term_months from kept_offerings(array[s.id]) o)
       ) as contract_term_months,
       (select i.identifier from inventory_item i
         where i.service_id = s.id and i.identifier_kind = 'PHONE_NUMBER' and i.state = 'ASSIGNED'
         order by i.slot, i.id limit 1) as phone_number
     from service s join reseller r on r.id = s.reseller_id where s.id = ?`,
    [serviceId],
  );
  return row ?? null;
}
