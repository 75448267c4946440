import { encodeId } from "../id.ts";
import type { ServiceType } from "../kinds.ts";
import { undoMinutes } from "../limits.ts";
import { say } from "../sentence.ts";
import type { Deed } from "./deeds.ts";
import { itemAfter } from "./item-story.ts";
import type * as Demo from "./model.ts";
import { pastOrder } from "./past-order.ts";
import { pastRun } from "./past-run.ts";
import { pastService } from "./past-service.ts";
import { demoPlaybook } from "./playbooks.ts";
import { found, type Ground, offeringOf, type Scene } from "./scene.ts";

export interface ServiceStory {
  readonly service: Demo.DemoService;
  readonly orders: readonly Demo.DemoOrder[];
  readonly runs: readonly Demo.DemoRun[];
  readonly items: readonly Demo.DemoItem[];
}

const endPlaybooks: Record<ServiceType, string> = {
  MOBILE: "terminate-mobile",
  INTERNET: "terminate-internet",
  IPTV: "terminate-iptv",
  VOIP: "terminate-voip",
  COLLABORATION: "terminate-collaboration",
};

/** One service with all its orders, runs and items; the first of its deeds is its making. */
export function serviceStory(scene: Scene, deeds: readonly Deed[], ground: Ground, now: Date): ServiceStory {
  const acts = deeds.map((deed) => {
    const run = runOf(deed, scene, ground);
    return { run, order: orderOf(deed, run, scene, ground) };
  });
  const runs = acts.map(({ run }) => run);
  const orders = acts.flatMap(({ order }) => order ?? []);
  const service = pastService({ scene, ground, orders, runs, now });
  return { service, orders, runs, items: itemsOf(scene, runs, ground) };
}

function runOf(deed: Deed, scene: Scene, ground: Ground): Demo.DemoRun {
  const offering = offeringOf(deed, scene, ground);
  const { customer, seller, name } = scene;
  const isEnd = deed.kind === "TERMINATE";
  const playbookKey = isEnd ? endPlaybooks[offering.serviceType] : offering.playbookKey;
  const { document } = demoPlaybook(playbookKey);
  const variables = variablesOf(deed, offering, scene);
  return {
    ...pastRun({ runId: deed.runId, document, outcome: deed.outcome, queuedAt: deed.at, variables }),
    id: deed.runId,
    resellerId: scene.reseller.id,
    path: customer.path,
    number: deed.runNumber,
    kind: deed.kind,
    origin: "CONSOLE",
    title: isEnd
      ? say("run.endOfService", { service: name })
      : say("run.forOrder", { offering: offering.name, customer: customer.name }),
    customerId: customer.id,
    serviceId: scene.serviceId,
    orderId: deed.order?.id ?? null,
    playbookKey,
    playbookVersion: 1,
    variables,
    startedById: seller.id,
    startedBy: seller.name,
    queuedAt: deed.at,
    undoableUntil: isEnd ? null : new Date(deed.at.getTime() + undoMinutes * 60_000),
  };
}

/** The frozen variables of a run: the nouns that its playbook's templates name. */
function variablesOf(deed: Deed, offering: Demo.DemoOffering, scene: Scene): Record<string, unknown> {
  const { row, customer, reseller, site, items } = scene;
  const { number, name, kind, language, homeCountry: country } = customer;
  return {
    customer: { number, name, email: customer.email ?? "", phone: customer.phone ?? "", kind, country, language },
    service: {
      number: row.number,
      name: scene.name,
      type: scene.offering.serviceType,
      account: scene.account,
      simultaneousCalls: scene.offering.simultaneousCalls ?? "",
    },
    offering: { id: encodeId("ofr", offering.id), slug: offering.slug, name: offering.name },
    order: { number: deed.order?.number ?? null, purchaseOrderNumber: row.purchaseOrderNumber },
    items: Object.fromEntries([...items].map(([slot, { label, identifier }]) => [slot, { label, identifier }])),
    reseller: { key: reseller.key, name: reseller.name, currency: reseller.currency },
    site: site === null ? null : { name: site.name, address: `${site.address.line1}, ${site.address.city}` },
  };
}

function orderOf(deed: Deed, run: Demo.DemoRun, scene: Scene, ground: Ground): Demo.DemoOrder | null {
  const offering = offeringOf(deed, scene, ground);
  const { customer, serviceId, site, seller: placedBy, reseller } = scene;
  const prices = offering.prices.find(({ resellerId }) => resellerId === reseller.id);
  if (prices === undefined) throw new RangeError(`${reseller.name} does not sell ${offering.slug}.`);
  return pastOrder({ deed, offering, prices, customer, serviceId, site, runState: run.state, placedBy });
}

function itemsOf(scene: Scene, runs: readonly Demo.DemoRun[], { templates }: Ground): Demo.DemoItem[] {
  const [run] = runs;
  if (run === undefined) return [];
  const endRun = runs.find(({ kind }) => kind === "TERMINATE") ?? null;
  const { serviceId, customer, seller } = scene;
  return [...scene.items].map(([slot, item]) => {
    const template = found(templates, item.templateId);
    return itemAfter({
      item,
      slot,
      template,
      customerId: customer.id,
      serviceId,
      reservedBy: seller.name,
      run,
      endRun,
    });
  });
}
