import type { EntityManager } from "@mikro-orm/postgresql";
import { demoPlaybook } from "@tierline/shared/demo/playbooks.ts";
import { newId } from "@tierline/shared/id.ts";
import { parseMoney } from "@tierline/shared/money.ts";
import { insertOfferings, type NewOffering } from "../catalog/insert-offerings.ts";
import type { Amounts } from "../catalog/price-terms.ts";
import { insertCustody } from "../inventory/insert-custody.ts";
import { insertItems, type NewItem } from "../inventory/insert-items.ts";
import { InventoryTemplateEntity } from "../inventory/template.entity.ts";
import { nextNumber } from "../kernel/counter.ts";
import { rootPath } from "../kernel/viewer.ts";
import { PlaybookEntity } from "../provisioning/playbook.entity.ts";
import { RunEntity } from "../provisioning/run.entity.ts";
import { resellersOfTests } from "./tree.ts";
import { t0, type World } from "./world.ts";

function uuid(kind: number, number: number): string {
  return `019a0000-00${String(kind).padStart(2, "0")}-7000-8000-${String(number).padStart(12, "0")}`;
}

const { acme } = resellersOfTests;
const playbookId = uuid(11, 1);
const playbookVersionId = uuid(15, 1);

function template(
  number: number,
  key: string,
  label: string,
  kind: "ICCID" | "PHONE_NUMBER" | "SERIAL",
  policy: "RETIRE" | "QUARANTINE" | "RESTOCK",
) {
  const quarantineDays = policy === "QUARANTINE" ? 30 : 0;
  return {
    id: uuid(12, number),
    path: acme.path,
    key,
    label,
    identifierKind: kind,
    releasePolicy: policy,
    quarantineDays,
  };
}

export const templatesOfTests = {
  sim: template(1, "sim-card", "SIM Card", "ICCID", "RETIRE"),
  number: template(2, "mobile-number", "Mobile Number", "PHONE_NUMBER", "QUARANTINE"),
  modem: template(3, "modem-cpe", "Modem CPE", "SERIAL", "RESTOCK"),
} as const;

function item(
  number: number,
  of: keyof typeof templatesOfTests,
  label: string,
  identifier: string,
  more: Partial<NewItem> = {},
) {
  const { id: templateId, identifierKind } = templatesOfTests[of];
  const state = of === "sim" ? ("NEW" as const) : ("IN_STOCK" as const);
  return {
    id: uuid(13, number),
    path: acme.path,
    templateId,
    label,
    identifierKind,
    identifier,
    state,
    createdAt: t0,
    ...more,
  };
}

/** The stock of the mission's fixture, all with Acme. */
export const itemsOfTests = {
  sim123: item(123, "sim", "SIM-00123", "89442000123456780001", { location: "Shop 4" }),
  sim124: item(124, "sim", "SIM-00124", "89442000123456780002", { location: "Warehouse" }),
  sim125: item(125, "sim", "SIM-00125", "89442000123456780003", { location: "Shop 4" }),
  number123: item(223, "number", "+44 7700 900123", "+447700900123"),
  number124: item(224, "number", "+44 7700 900124", "+447700900124"),
  number125: item(225, "number", "+44 7700 900125", "+447700900125"),
  cpe1: item(301, "modem", "CPE-1", "AX24-000001"),
} as const;

function amounts(setup: string | null, recurring: string | null, oneOff: string | null): Amounts {
  const gbp = (text: string | null) => (text === null ? null : parseMoney(text, "GBP"));
  return { setup: gbp(setup), recurring: gbp(recurring), oneOff: gbp(oneOff) };
}

function offering(
  number: number,
  slug: string,
  name: string,
  retail: Amounts,
  wholesale: Amounts,
  more: Partial<NewOffering>,
): NewOffering {
  return {
    id: uuid(14, number),
    resellerId: acme.id,
    path: acme.path,
    slug,
    name,
    description: "",
    kind: "PLAN",
    serviceType: "MOBILE",
    segments: ["INDIVIDUAL"],
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
    createdAt: t0,
    requirements: [],
    prices: [{ path: acme.path, retail, wholesale }],
    ...more,
  };
}

function needs(of: keyof typeof templatesOfTests, slot: string) {
  return { templateId: templatesOfTests[of].id, slot, label: "", isRequired: true };
}

const none = amounts(null, null, null);

/** The products of the mission's fixture, all of Acme. */
export const offeringsOfTests = {
  p1: offering(1, "mobile-20gb", "Mobile - 20 GB", amounts("0.00", "15.00", null), amounts("1.00", "5.00", null), {
    requirements: [needs("sim", "sim"), needs("number", "number")],
  }),
  p2: offering(2, "fiber-100", "Fibre 100", amounts("25.00", "40.00", null), amounts("20.00", "28.00", null), {
    serviceType: "INTERNET",
    segments: ["INDIVIDUAL", "BUSINESS"],
    requirements: [needs("modem", "modem")],
  }),
  p3: offering(3, "data-boost-5gb", "Data boost 5 GB", amounts(null, null, "5.00"), amounts(null, null, "2.00"), {
    kind: "ADDON",
    segments: ["INDIVIDUAL", "BUSINESS"],
  }),
  p4: offering(4, "biz-voip", "Business VoIP", amounts(null, "30.00", null), none, {
    serviceType: "VOIP",
    segments: ["BUSINESS"],
  }),
  p5: offering(5, "old-plan", "Old plan", amounts(null, "9.00", null), none, { isEnabled: false }),
} as const;

/** Templates, items with the first step of their history, a playbook of the operator, and offerings. */
export async function plantCatalogOfTests(world: World): Promise<void> {
  const { em } = world.system();
  const rest = { checksLuhn: false, lowStockThreshold: 2, createdAt: t0, version: 1 };
  await em.insertMany(
    InventoryTemplateEntity,
    Object.values(templatesOfTests).map((row) => ({ ...row, ...rest })),
  );
  const items = Object.values(itemsOfTests);
  await insertItems(em, items);
  await insertCustody(
    em,
    items.map(({ id, path, state }) => ({
      id: newId(t0.getTime()),
      itemId: id,
      path,
      at: t0,
      actor: "Anna Acme",
      from: null,
      to: state,
      reason: "Taken into stock",
      customerId: null,
      serviceId: null,
      runId: null,
    })),
  );
  await em.insert(PlaybookEntity, {
    id: playbookId,
    path: rootPath,
    key: "mobile-20gb",
    title: "Mobile, 20 GB",
    description: "",
    latestVersion: 1,
    createdAt: t0,
    version: 1,
  });
  await plantVersion(em);
  await insertOfferings(em, Object.values(offeringsOfTests));
}

/** What the offerings are provisioned by: its tasks name actions that exist. */
async function plantVersion(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into playbook_version (id, path, playbook_id, number, format, document, created_at, created_by)
     values (?, ?, ?, 1, 'YAML', ?, ?, 'Tierline')`,
    [playbookVersionId, rootPath, playbookId, demoPlaybook("mobile-20gb").yaml, t0],
  );
}

let stocks = 0;

/** A template of its own with so many new SIM cards, for a test that wants nobody else's. */
export async function plantSims(world: World, count: number, more: Partial<NewItem> = {}) {
  stocks += 1;
  const row = {
    ...template(100 + stocks, `sims-${stocks}`, `SIM Card ${stocks}`, "ICCID", "RETIRE"),
    path: more.path ?? acme.path,
  };
  const { em } = world.system();
  await em.insert(InventoryTemplateEntity, {
    ...row,
    checksLuhn: false,
    lowStockThreshold: 2,
    createdAt: t0,
    version: 1,
  });
  const items = Array.from({ length: count }, (_, index) => {
    const digits = `${String(stocks).padStart(4, "0")}${String(index).padStart(6, "0")}`;
    const identity = { label: `S${stocks}-${index}`, identifier: `8944${digits}123456` };
    return { ...item(stocks * 10_000 + index, "sim", identity.label, identity.identifier, more), templateId: row.id };
  });
  await insertItems(em, items);
  return { template: row, items };
}

/** A run that has been, for items to be held by. It has no tasks. @returns its id */
export async function plantRun(world: World): Promise<string> {
  const { em } = world.system();
  const id = newId(t0.getTime());
  await em.insert(RunEntity, {
    id,
    path: acme.path,
    number: await nextNumber(world.system(), acme.path, "run"),
    kind: "PROVISION",
    state: "FAILED",
    origin: "CONSOLE",
    title: "A run of tests",
    resellerId: acme.id,
    playbookVersion: playbookVersionId,
    playbookKey: "mobile-20gb",
    playbookNumber: 1,
    variables: {},
    sequence: 1,
    fence: 0n,
    retriesUsed: 0,
    startedById: uuid(2, 4),
    startedBy: "Amy Agent",
    queuedAt: t0,
    finishedAt: t0,
  });
  return id;
}
