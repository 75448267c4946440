import { decodeId, encodeId } from "@tierline/shared/id.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { say } from "@tierline/shared/sentence.ts";
import { z } from "zod";
import { recordAudit } from "../audit/record.ts";
import { changeableCustomer } from "../customers/changeable-customer.ts";
import type { CustomerRow } from "../customers/customer.entity.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { Unknown } from "../kernel/secret.ts";
import { defineAction } from "../provisioning/action.ts";
import { startRun } from "../provisioning/start-run.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { packagesOf, type HeldPackage } from "./packages-of-customer.ts";
import { placeOf, refuseUnplaced, type CustomerPlace } from "./where-customer-is.ts";

export interface SetPackages {
  readonly customerId: string;
  /** Null where nothing outside has to know. */
  readonly runId: string | null;
}

/** How a customer's packages are taken to the outside world, where somebody has written that down. */
const playbookKey = "customer-packages";

/**
 * Begins the run that tells the outside world what a customer has; where nothing outside has to know, it is there at once. The caller
 * holds the packages.
 * @throws Rejection STATE_CONFLICT while another such run is at work, since the later list would be lost; REQUIRED, NOT_ELIGIBLE where
 * the outside world would not take the customer
 */
export async function startPackagesRun(
  tx: Transaction,
  customer: CustomerRow,
  primaryEmail?: string,
): Promise<string | null> {
  const { id, path, reseller: resellerId } = customer;
  const [written] = await tx.em.execute<unknown[]>("select 1 from latest_playbook(?, ?)", [playbookKey, path]);
  if (written === undefined) {
    await settlePackages(tx, "customer_id", id);
    return null;
  }
  const [busy] = await tx.em.execute<{ number: number }[]>(
    `select number from provisioning_run where finished_at is null and id in (select run_id from customer_package where customer_id = ?)`,
    [id],
  );
  if (busy !== undefined) {
    const message = say("service.busy", { number: busy.number });
    throw new Rejection({ code: "STATE_CONFLICT", message, path: ["customerId"] });
  }
  const place = await placeOf(tx, customer, primaryEmail);
  const left = await packagesOf(tx, id);
  if (left.some(({ row }) => row.state !== "DELETING")) {
    const refusals = new Refusals();
    await refuseUnplaced(tx, refusals, { customer, ...place });
    refusals.settle();
  }
  const run = await startRun(tx, {
    kind: "CHANGE",
    playbook: { key: playbookKey },
    path,
    resellerId,
    customerId: id,
    serviceId: null,
    orderId: null,
    title: say("run.packages", { customer: customer.name }),
    variables: await variablesOf(tx, customer, place, left),
  });
  await tx.em.execute(
    "update customer_package set run_id = ? where customer_id = ? and state in ('PROVISIONING', 'DELETING')",
    [run.id, id],
  );
  return run.id;
}

/** What was on its way is there, and what was taken away is gone, unless somebody still has it. */
export async function settlePackages({ em }: Transaction, column: "run_id" | "customer_id", id: string): Promise<void> {
  await em.execute(
    `update customer_package set state = 'PROVISIONED', problem_code = null, problem = null
     where ${column} = ? and state = 'PROVISIONING'`,
    [id],
  );
  await em.execute(`delete from customer_package where ${column} = ? and state = 'DELETING' and seats_used = 0`, [id]);
}

/** Named as a service's runs name the same things. */
async function variablesOf(
  tx: Transaction,
  customer: CustomerRow,
  { location, site, address, email: primaryEmail }: CustomerPlace,
  packages: readonly HeldPackage[],
): Promise<Record<string, unknown>> {
  const fresh = { disableIdentityMap: true } as const;
  const reseller = await tx.em.findOneOrFail(ResellerEntity, { id: customer.reseller }, fresh);
  return {
    customer: {
      id: encodeId("cus", customer.id),
      number: customer.number,
      name: customer.name,
      kind: customer.kind,
      email: customer.email ?? "",
      phone: customer.phone ?? "",
      language: customer.language,
      country: customer.homeCountry,
    },
    reseller: {
      key: reseller.key,
      name: reseller.name,
      currency: reseller.currency,
      timeZone: reseller.timeZone,
      country: reseller.country,
    },
    packages: {
      primaryEmail,
      all: packages.flatMap(({ row, terms }) => (row.state === "DELETING" ? [] : [terms.key])).join(" "),
    },
    location: {
      timeZone: location?.timeZone ?? reseller.timeZone,
      language: location?.language ?? customer.language,
    },
    site: {
      name: site?.name ?? customer.name,
      line1: address?.line1 ?? "",
      line2: address?.line2 ?? "",
      city: address?.city ?? "",
      region: address?.region ?? "",
      postalCode: address?.postalCode ?? "",
      country: address?.country ?? "",
    },
  };
}

const failedPackages = z.array(z.object({ package: z.string(), code: z.string(), text: z.string() }));

/** What an outside system said of single packages; all others that were on their way are there when the run has ended (CX5). */
export const recordPackagesAction = defineAction({
  key: "customer.record-packages",
  title: say("action.customer.record-packages.title"),
  description: say("action.customer.record-packages.description"),
  kind: "DB",
  /** JSON of those that failed: `[{"package": "webex_suite", "code": "10022", "text": "…"}]`; empty: none did. */
  input: z.object({ failed: z.union([z.string(), z.instanceof(Unknown)]) }),
  outputs: [],
  async do(task, { failed }) {
    const told = typeof failed === "string" && failed !== "" ? failedPackages.parse(JSON.parse(failed)) : [];
    for (const { package: key, code, text } of told) {
      await task.tx.em.execute(
        `update customer_package c set state = 'ERROR', problem_code = ?, problem = ?
         where run_id = ? and state = 'PROVISIONING'
           and exists (select from kept_offerings(array[c.id]) o where o.package_terms ->> 'key' = ?)`,
        [code, text.slice(0, 500), task.run.id, key],
      );
    }
    return {};
  },
});

export interface RetryPackagesInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly customerId: string;
}

/**
 * Tries those again that failed, and no other (CX5).
 * @throws AccessError NOT_FOUND; Rejection STATE_CONFLICT where none has failed, or a run is at work
 */
export function retryPackages(context: Context, input: RetryPackagesInput): Promise<SetPackages> {
  return once(context, "customer.retry_packages", input.idempotencyKey, input, async (tx) => {
    const customer = await changeableCustomer(tx, decodeId("cus", input.customerId));
    const failed = (await packagesOf(tx, customer.id, { isHeld: true })).filter(({ row }) => row.state === "ERROR");
    if (failed.length === 0) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("package.noneFailed"), path: ["customerId"] });
    }
    await tx.em.execute(
      "update customer_package set state = 'PROVISIONING', problem_code = null, problem = null where customer_id = ? and state = 'ERROR'",
      [customer.id],
    );
    await recordAudit(tx, {
      operation: "customer.retry_packages",
      subjectKind: "customer",
      subjectId: customer.id,
      subject: labelOf(customer),
      changes: [{ field: "packages", before: null, after: failed.map(({ offering }) => offering.name).join(", ") }],
      path: customer.path,
    });
    return { customerId: customer.id, runId: await startPackagesRun(tx, customer) };
  });
}
