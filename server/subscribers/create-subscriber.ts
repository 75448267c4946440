import { decodeId, newId } from "@tierline/shared/id.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import type { SubscriberRole } from "@tierline/shared/package.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { changeableCustomer } from "../customers/changeable-customer.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant, notFound, Rejection, type Refusal } from "../kernel/rejection.ts";
import { takenBack } from "../kernel/taken-back.ts";
import type { OrderDraft } from "../orders/order-draft.ts";
import { placeWithin } from "../orders/place-order.ts";
import type { PackageOffering } from "./find-packages.ts";
import { examineSubscriber, type SubscriberInput } from "./examine-subscriber.ts";
import { SubscriberEntity } from "./subscriber.entity.ts";

export interface CreateSubscriberInput extends SubscriberInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly customerId: string;
}

export interface CreatedSubscriber {
  readonly subscriberId: string;
  readonly runId: string;
}

/**
 * A new person of a customer with their one package: a seat of it, a service and the run that makes it, all of them or none.
 * @throws AccessError NOT_FOUND; Rejection with all that stands in the way
 */
export function createSubscriber(context: Context, input: CreateSubscriberInput): Promise<CreatedSubscriber> {
  return once(context, "subscriber.create", input.idempotencyKey, input, async (tx) => {
    const customer = await customerFor(tx, input.customerId);
    return addSubscriber(tx, customer, input, "USER");
  });
}

/** What `createSubscriber` does, within another verb's transaction. */
export async function addSubscriber(
  tx: Transaction,
  customer: CustomerRow,
  input: SubscriberInput,
  role: SubscriberRole,
): Promise<CreatedSubscriber> {
  const { refusals, person, held, packagePath } = await examineSubscriber(tx, customer, input, role);
  refusals.settle();
  invariant(held !== null, "a package that is none was refused");
  const draft = { ...draftOf(customer, held), subscriber: parametersOf(person) };
  const { orderId, runId } = await placedOn(packagePath, () => placeWithin(tx, draft));
  invariant(runId !== null, "what is new begins at once");
  const [placed] = await tx.em.execute<{ service: string }[]>(
    "select service_id as service from customer_order where id = ?",
    [orderId],
  );
  invariant(placed !== undefined, "an order that was just placed is there");
  const now = tx.clock.now();
  const id = newId(now.getTime());
  const { path, reseller } = customer;
  await tx.em.insert(SubscriberEntity, {
    ...person,
    id,
    path,
    reseller,
    customer: customer.id,
    role,
    state: "PROVISIONING",
    service: placed.service,
    offering: held.offering.id,
    wanted: null,
    createdVia: tx.viewer.channel,
    createdAt: now,
    stateAt: now,
    version: 1,
  });
  await recordAudit(tx, {
    operation: "subscriber.create",
    subjectKind: "subscriber",
    subjectId: id,
    subject: person.email,
    changes: changesBetween({}, { ...person, package: held.offering.name, customer: labelOf(customer) }),
    path,
  });
  return { subscriberId: id, runId };
}

/**
 * Everything for which the person would not be created, all at once (CX6): what is wrong with the input, else what would keep it from
 * being ordered. Writes nothing: what was tried is taken back.
 * @throws AccessError NOT_FOUND
 */
export async function precheckSubscriber(
  context: Context,
  input: SubscriberInput & { readonly customerId: string },
): Promise<readonly Refusal[]> {
  try {
    await takenBack(context, (trial) =>
      transaction(trial, async (tx) => addSubscriber(tx, await customerFor(tx, input.customerId), input, "USER")),
    );
    return [];
  } catch (error) {
    if (error instanceof Rejection) return error.refusals;
    throw error;
  }
}

/** @throws AccessError NOT_FOUND; Rejection STATE_CONFLICT (archived) */
async function customerFor(tx: Transaction, apiId: string): Promise<CustomerRow> {
  const id = decodeId("cus", apiId);
  const row = id === null ? null : await tx.em.findOne(CustomerEntity, { id }, { disableIdentityMap: true });
  if (row === null) throw notFound();
  // Held only where it is refused: many are created at a time, and their packages' rows keep them in order.
  return row.state === "ARCHIVED" ? changeableCustomer(tx, id) : row;
}

export function draftOf(customer: CustomerRow, { offering }: PackageOffering): OrderDraft {
  return {
    offeringId: offering.id,
    customerId: customer.id,
    serviceId: null,
    reservationIds: [],
    autoRenew: true,
    siteId: null,
    billingContactId: null,
    technicalContactId: null,
    purchaseOrderNumber: null,
    customFields: [],
    installationDate: null,
  };
}

/** By which names a package's playbooks know the person: always all of them, empty where there is none. */
export function parametersOf(person: {
  readonly email: string;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly extension?: string | null | undefined;
}): Record<string, string> {
  return {
    subscriberEmail: person.email,
    subscriberFirstName: person.firstName ?? "",
    subscriberLastName: person.lastName ?? "",
    subscriberPhone: person.phone ?? "",
    subscriberExtension: person.extension ?? "",
  };
}

/** What an order is refused for concerns the package, wherever the caller's input names that. */
export async function placedOn<T>(path: readonly string[], place: () => Promise<T>): Promise<T> {
  try {
    return await place();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const isOurs = (field: string | undefined) => field === "customerId" || field === undefined;
    throw new Rejection(error.refusals.map((each) => (isOurs(each.path?.[0]) ? each : { ...each, path: [...path] })));
  }
}
