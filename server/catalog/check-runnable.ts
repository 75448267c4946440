import { say } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import type { Refusals } from "../kernel/rejection.ts";
import { provisioningOf } from "../provisioning/parts.ts";
import { playbookVersion } from "../provisioning/playbook-document.ts";

/** OX9: what is put up for sale has a playbook with a version to run, and every action that it names exists. */
export async function checkRunnable(tx: Transaction, refusals: Refusals, playbook: string | null): Promise<void> {
  if (playbook === null) return; // refused already
  const [newest] = await tx.em.execute<{ id: string }[]>(
    "select id from playbook_version where playbook_id = ? order by number desc limit 1",
    [playbook],
  );
  if (newest === undefined) {
    refusals.add("MISSING_ACTION", say("offering.playbookMissing"), "playbookKey");
    return;
  }
  const { actions } = provisioningOf(tx);
  const { tasks } = (await playbookVersion(tx, newest.id)).document;
  const missing = [...new Set(tasks.map(({ action }) => action).filter((key) => !actions.has(key)))];
  if (missing.length === 0) return;
  refusals.add("MISSING_ACTION", say("check.missingActions", { actions: { allOf: missing } }), "playbookKey");
}
