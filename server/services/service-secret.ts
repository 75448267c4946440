import type { Secret } from "../kernel/secret.ts";
import type { OutsideTask } from "../provisioning/action.ts";
import { changeService } from "./move-service.ts";

/** Where a sealed secret of a service belongs; elsewhere it does not open. */
export function secretPlace(serviceId: string, key: string): string {
  return `service|${serviceId}|${key}`;
}

/** Keeps it sealed with the service until a person has looked at it, once. Stored with the task's own row. */
export function rememberSecret(task: OutsideTask, key: string, secret: Secret): void {
  const { serviceId, path } = task.run;
  if (serviceId === null) return;
  task.remember(async (tx) => {
    const sealed = tx.vault.seal(secret.reveal(), secretPlace(serviceId, key));
    await tx.em.execute(
      `insert into service_secret (path, service_id, key, sealed, created_at) values (?, ?, ?, ?, ?)
       on conflict (service_id, key) do update set sealed = excluded.sealed, created_at = excluded.created_at,
         shown_at = null, shown_to = null`,
      [path, serviceId, key, sealed, tx.clock.now()],
    );
  });
}

export function forgetSecret(task: OutsideTask, key: string): void {
  const { serviceId } = task.run;
  if (serviceId === null) return;
  task.remember(async (tx) => {
    await tx.em.execute("delete from service_secret where service_id = ? and key = ?", [serviceId, key]);
  });
}

/** Adds what a task learnt to the service's parameters; null takes a parameter away. Never for secrets. */
export function rememberParameters(task: OutsideTask, parameters: Readonly<Record<string, string | null>>): void {
  const { serviceId } = task.run;
  if (serviceId === null) return;
  task.remember(async (tx) => {
    const [row] = await tx.em.execute<{ parameters: Record<string, string> }[]>(
      "select parameters from service where id = ? for update",
      [serviceId],
    );
    if (row === undefined) return;
    const merged = Object.entries({ ...row.parameters, ...parameters }).filter(([, value]) => value !== null);
    await changeService(tx, serviceId, { parameters: JSON.stringify(Object.fromEntries(merged)) });
  });
}
