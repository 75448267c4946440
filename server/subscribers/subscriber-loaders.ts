import type { PackageTerms } from "@tierline/shared/package.ts";
import type { Context } from "../kernel/context.ts";
import { groupBy, listLoader, loader } from "../kernel/loaders.ts";
import { mapped } from "../kernel/mapped.ts";
import { heldOfferings } from "./find-packages.ts";
import {
  CallingLocationEntity,
  CustomerPackageEntity,
  SubscriberAddonEntity,
  SubscriberEntity,
  type CallingLocationRow,
  type CustomerPackageRow,
  type SubscriberAddonRow,
  type SubscriberRow,
} from "./subscriber.entity.ts";

export async function findSubscribers(
  { em }: Pick<Context, "em">,
  ids: readonly string[],
): Promise<Map<string, SubscriberRow>> {
  const rows = await em.execute<object[]>("select * from subscriber where id in (?)", [ids]);
  return new Map(mapped(em, SubscriberEntity, rows).map((row) => [row.id, row]));
}

/** A customer's packages and add-ons, the highest rank first. */
export const packagesOfCustomer = listLoader<string, CustomerPackageRow>(async ({ em }, customerIds) => {
  const rows = mapped(
    em,
    CustomerPackageEntity,
    await em.execute<object[]>("select * from customer_package where customer_id in (?) order by id", [customerIds]),
  );
  const offerings = rows.length === 0 ? new Map<string, never>() : await heldOfferings({ em }, rows);
  const rankOf = ({ offering }: CustomerPackageRow) => offerings.get(offering)?.terms.rank ?? 0;
  return groupBy(
    rows.toSorted((a, b) => rankOf(b) - rankOf(a)),
    ({ customer }) => customer,
  );
});

/** What somebody has, oldest first. */
export const addonsOfSubscriber = listLoader<string, SubscriberAddonRow>(async ({ em }, subscriberIds) => {
  const rows = await em.execute<object[]>(
    "select * from subscriber_addon where subscriber_id in (?) order by added_at, id",
    [subscriberIds],
  );
  return groupBy(mapped(em, SubscriberAddonEntity, rows), ({ subscriber }) => subscriber);
});

/** What the package of a subscriber, by the subscriber's id, is. */
export const termsOfSubscriber = loader<string, PackageTerms>(async ({ em }, ids) => {
  const rows = [...(await findSubscribers({ em }, ids)).values()];
  const offerings = rows.length === 0 ? new Map<string, never>() : await heldOfferings({ em }, rows);
  return new Map(
    rows.flatMap(({ id, offering }) => {
      const terms = offerings.get(offering)?.terms;
      return terms === undefined ? [] : [[id, terms] as const];
    }),
  );
});

/** By customer. */
export const callingLocationOf = loader<string, CallingLocationRow>(async ({ em }, customers) => {
  const rows = await em.find(
    CallingLocationEntity,
    { customer: { $in: [...customers] } },
    { disableIdentityMap: true },
  );
  return new Map(rows.map((row) => [row.customer, row]));
});
