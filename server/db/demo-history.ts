import type { DemoRun, DemoWorld } from "@tierline/shared/demo/model.ts";
import type { Transaction } from "../kernel/context.ts";
import { OrderEntity } from "../orders/order.entity.ts";
import { RunEntity, TaskEntity, TaskLogEntity } from "../provisioning/run.entity.ts";
import { ServiceAddonEntity, ServiceEntity } from "../services/service.entity.ts";

/** What happened before the demo began: services in every state, the orders for them and the runs behind those. */
export async function plantHistory(tx: Transaction, world: DemoWorld): Promise<void> {
  await plantServices(tx, world);
  await plantRuns(tx, world);
  await plantOrders(tx, world);
  await raiseCounters(tx, world);
}

async function plantServices(tx: Transaction, { services }: DemoWorld): Promise<void> {
  await tx.em.insertMany(
    ServiceEntity,
    services.map(
      ({
        resellerId,
        customerId,
        offeringId,
        siteId,
        recurring,
        addons: _addons,
        orderId: _orderId,
        suspensionReasons,
        parameters,
        balances,
        ...row
      }) => ({
        ...row,
        reseller: resellerId,
        customer: customerId,
        offering: offeringId,
        site: siteId,
        suspensionReasons: [...suspensionReasons],
        recurringMicros: recurring?.micros ?? null,
        parameters: { ...parameters },
        balances: [...balances],
        version: 1,
      }),
    ),
  );
  await tx.em.insertMany(
    ServiceAddonEntity,
    services.flatMap(({ id: service, path, addons }) =>
      addons.map(({ id, offeringId, runId, addedAt }) => ({
        id,
        path,
        service,
        offering: offeringId,
        runId,
        addedAt,
        removedAt: null,
      })),
    ),
  );
}

async function plantRuns(tx: Transaction, { runs }: DemoWorld): Promise<void> {
  const versions = await tx.em.execute<{ id: string; key: string }[]>(
    "select v.id, p.key from playbook_version v join playbook p on p.id = v.playbook_id where v.number = 1",
  );
  const versionOf = new Map(versions.map(({ key, id }) => [key, id]));
  await tx.em.insertMany(
    RunEntity,
    runs.map(({ tasks: _tasks, playbookVersion, variables, ...run }) => ({
      ...run,
      playbookVersion: versionOf.get(run.playbookKey) ?? "",
      playbookNumber: playbookVersion,
      variables: { ...variables },
      fence: 1n,
      workerId: null,
      waitingUntil: null,
      cancelRequestedAt: null,
      deadlineAt: null,
      deadlineLeftMs: null,
    })),
  );
  await tx.em.insertMany(TaskEntity, runs.flatMap(taskRows));
  await tx.em.insertMany(TaskLogEntity, runs.flatMap(logRows));
}

function taskRows({ id: run, path, tasks }: DemoRun) {
  return tasks.map(({ log: _log, input, needs, ...task }, position) => ({
    ...task,
    path,
    run,
    position,
    needs: [...needs],
    input: input as Record<string, never>, // as the playbook's document has it
    attemptsBefore: 0,
    backOffs: 0,
    undoAttempt: 0,
    nextAttemptAt: null,
    deadlineAt: null,
    isOutcomeUnknown: false,
    isTouched: false,
    detail: null,
    output: null,
  }));
}

function logRows({ id: run, path, tasks }: DemoRun) {
  return tasks.flatMap(({ key, log }) =>
    log.map((entry) => ({ ...entry, path, run, taskKey: key, request: null, response: null })),
  );
}

async function plantOrders(tx: Transaction, { orders, offerings }: DemoWorld): Promise<void> {
  const policies = new Map(offerings.map(({ id, whileSuspended }) => [id, whileSuspended]));
  await tx.em.insertMany(
    OrderEntity,
    orders.map((order) => {
      const {
        resellerId,
        offeringId,
        customerId,
        serviceId,
        runId,
        siteId,
        billingContactId,
        technicalContactId,
        placedById,
      } = order;
      const { undoableUntil: _undoableUntil, lines, dueToday, recurring, customFields, ...row } = order;
      return {
        id: row.id,
        path: row.path,
        number: row.number,
        state: row.state,
        reseller: resellerId,
        offering: offeringId,
        customer: customerId,
        service: serviceId,
        run: runId,
        site: siteId,
        billingContact: billingContactId,
        technicalContact: technicalContactId,
        placedBy: placedById,
        placedByName: row.placedByName,
        placedAt: row.placedAt,
        channel: row.channel,
        autoRenew: row.autoRenew,
        whileSuspended: policies.get(offeringId) ?? "STOP_BILLING",
        purchaseOrderNumber: row.purchaseOrderNumber,
        installationDate: row.installationDate,
        lines: lines.map(({ kind, label, amount, from, to }) => ({
          kind,
          label,
          amountMicros: String(amount.micros),
          from,
          to,
        })),
        dueTodayMicros: dueToday.micros,
        recurringMicros: recurring?.micros ?? null,
        currency: dueToday.currency,
        customFields: [...customFields],
        version: 1,
      };
    }),
  );
}

/** The next number of each kind comes after those of the past. */
async function raiseCounters(tx: Transaction, { resellers, services, orders, runs }: DemoWorld): Promise<void> {
  const highest = new Map<string, number>();
  const note = (kind: string, rows: readonly { resellerId: string; number: number }[]): void => {
    for (const { resellerId, number } of rows) {
      const path = resellers.find(({ id }) => id === resellerId)?.path ?? "";
      const key = `${path} ${kind}`;
      highest.set(key, Math.max(highest.get(key) ?? 0, number));
    }
  };
  note("service", services);
  note("order", orders);
  note("run", runs);
  for (const [key, value] of highest) {
    const [path, kind] = key.split(" ");
    await tx.em.execute(
      "insert into counter (path, kind, value) values (?, ?, ?) on conflict (path, kind) do update set value = greatest(counter.value, excluded.value)",
      [path, kind, value],
    );
  }
}
