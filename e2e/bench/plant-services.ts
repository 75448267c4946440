import { newId } from "@tierline/shared/id.ts";
import { insertOfferings } from "../../server/catalog/insert-offerings.ts";
import { rootPath } from "../../server/kernel/viewer.ts";
import { PlaybookEntity } from "../../server/provisioning/playbook.entity.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { Ground } from "./ground.ts";

const { acme } = resellersOfTests;

/** So many services of every customer, all of one offering. */
export async function plantServices(ground: Ground, each: number): Promise<void> {
  const { em } = ground.at(rootPath);
  const [playbookId, offeringId, createdAt] = [newId(), newId(), new Date()];
  const playbook = { id: playbookId, path: rootPath, key: "bench", title: "Bench", description: "", latestVersion: 1 };
  await em.insert(PlaybookEntity, { ...playbook, createdAt, version: 1 });
  await insertOfferings(em, [offering(offeringId, playbookId, createdAt)]);
  await ground.rows(
    `insert into service (id, path, reseller_id, customer_id, offering_id, number, name, service_type, state,
       suspension_reasons, currency, auto_renew, account, parameters, balances, created_at, version)
     select uuidv7(), path, reseller_id, id, $2, number * $1 + n, 'Mobile ' || number * $1 + n, 'MOBILE', 'ACTIVE',
       '{}', 'GBP', true, 'acme-' || number * $1 + n, '{}', '[]', $3, 1
     from customer cross join generate_series(1, $1::int) n`,
    [each, offeringId, createdAt],
  );
}

function offering(id: string, playbookId: string, createdAt: Date) {
  const none = { setup: null, recurring: null, oneOff: null };
  return {
    id,
    resellerId: acme.id,
    path: acme.path,
    slug: "bench",
    name: "Mobile",
    description: "",
    kind: "PLAN" as const,
    serviceType: "MOBILE" as const,
    segments: ["INDIVIDUAL" as const],
    isEnabled: true,
    icon: "package",
    facts: [],
    billingIntervalMonths: 1,
    contractTermMonths: 1,
    customFields: [],
    playbookId,
    needsSite: false,
    needsInstallation: false,
    countries: [],
    createdAt,
    requirements: [],
    prices: [{ path: acme.path, retail: none, wholesale: none }],
  };
}
