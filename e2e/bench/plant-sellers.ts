import { newId } from "@tierline/shared/id.ts";
import { rootPath } from "../../server/kernel/viewer.ts";
import { ResellerEntity } from "../../server/resellers/reseller.entity.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { Ground } from "./ground.ts";
import type { Seller } from "./plant-customers.ts";

const facts = { currency: "GBP", timeZone: "Europe/London", country: "GB", locale: "en", failureEmails: [] };

/** A reseller below that one. */
export async function plantSeller(ground: Ground, parent: Seller, number: number): Promise<Seller> {
  const [seller] = await plantSellersBelow(ground, parent, number, 1);
  return seller!; // one was asked for
}

/** So many resellers below that one, numbered from there. */
export async function plantSellersBelow(
  ground: Ground,
  parent: Seller,
  number: number,
  count: number,
): Promise<Seller[]> {
  const { em } = ground.at(rootPath);
  const createdAt = new Date();
  const rows = Array.from({ length: count }, (_, index) => {
    const own = number + index;
    return { id: newId(), path: `${parent.path}r${own}.`, number: own, key: `seller-${own}`, name: `Seller ${own}` };
  });
  const row = { ...facts, parent: parent.id, state: "ACTIVE" as const, createdAt, version: 1 };
  await em.insertMany(
    ResellerEntity,
    rows.map((own) => ({ ...own, ...row })),
  );
  return rows.map(({ id, path }) => ({ id, path }));
}

/** A thousand sellers: acme the largest, fifty with it below nord, 450 below another, the others straight below the root. */
export async function plantSellers(ground: Ground): Promise<{ sellers: Seller[]; wide: Seller }> {
  const { acme, nord, tierline } = resellersOfTests;
  const wide = await plantSeller(ground, tierline, 1_000);
  const [few, many, direct] = [
    await plantSellersBelow(ground, nord, 2_000, 49),
    await plantSellersBelow(ground, wide, 3_000, 450),
    await plantSellersBelow(ground, tierline, 4_000, 500),
  ];
  const ranked = [few, many, direct].flatMap((group) => group.map((seller, rank) => ({ seller, rank })));
  const sellers = [acme, ...ranked.toSorted((a, b) => a.rank - b.rank).map(({ seller }) => seller)];
  return { sellers, wide };
}
