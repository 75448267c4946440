import { encodeId, newId, uuidOf } from "@tierline/shared/id.ts";
import { DidEntity } from "../dids/did.entity.ts";
import { fingerprintOf } from "../dids/number-offers.ts";
import { offerNumbers } from "../dids/offer-numbers.ts";
import { itemsOfTests } from "./catalog-of-tests.ts";
import { pathOf } from "./customers-of-tests.ts";
import { t0, type World } from "./world.ts";

/** That a customer has an item for fees, by the API's id. */
export async function plantDid(
  world: World,
  customer: Parameters<typeof pathOf>[0] & { readonly id: string },
  item: string,
): Promise<{ readonly did: string }> {
  const id = newId(t0.getTime());
  await world.system().em.insert(DidEntity, {
    id,
    path: pathOf(customer),
    item,
    customer: customer.id,
    number: `+44${customer.id.slice(-10)}`,
    currency: "GBP",
    setupMicros: 0n,
    monthlyMicros: 3_500_000n,
    billing: "FLAT",
    ratePerMinute: 0n,
    cadence: "60/60",
    pastTerms: [],
    connectedAt: t0,
    connectedBy: "Somebody",
    disconnectedAt: null,
    version: 1,
  });
  return { did: encodeId("did", id) };
}

/** Numbers in Acme's stock that nobody has, by the API's ids. */
export async function plantNumbers({ database: { rows } }: Pick<World, "database">, count: number): Promise<string[]> {
  const planted = await rows<{ id: string }>(
    `insert into inventory_item select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'label', 'Number ' || n,
       'identifier', '+44' || (2080000000 + (select count(*) from inventory_item) + n), 'state', 'IN_STOCK', 'state_before', null, 'customer_id', null, 'customer_path', null,
       'version', 1))).*
     from inventory_item i, generate_series(1, $1) n where i.id = $2 returning id`,
    [count, itemsOfTests.number125.id],
  );
  await rows(
    `insert into custody select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'item_id', planted))).*
     from unnest($1::uuid[]) planted, custody c where c.id = (select id from custody where item_id = $2 order by id limit 1)`,
    [planted.map(({ id }) => id), itemsOfTests.number125.id],
  );
  return planted.map(({ id }) => encodeId("itm", id));
}

/** That Acme offers numbers of its stock for nothing to those right below: what an order of each names. */
export async function plantOffers(
  world: World,
  itemIds: readonly string[],
): Promise<{ readonly itemId: string; readonly fingerprint: string }[]> {
  await offerNumbers(world.as("owner@acme.test"), { itemIds, setup: "0", monthly: "0" });
  const rows = await world.database.rows<{ id: string; item: string }>(
    "select id, item_id as item from number_offer where ended_at is null and item_id = any($1)",
    [itemIds.map(uuidOf)],
  );
  return rows.map(({ id, item }) => ({ itemId: encodeId("itm", item), fingerprint: fingerprintOf({ id }) }));
}
