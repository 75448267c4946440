import { byId, idempotencyKey, input, page, type SweepFixture } from "./sweep-fixture.ts";

const planted = { package: "planted" };

/** Of packages and of the people who have them. */
export const subscriberFixtures: Readonly<Record<string, SweepFixture>> = {
  "Query.subscriber": byId("sub"),
  "Query.subscribers": page,
  "Query.precheckSubscriber": input((own) => ({
    customerId: own.cus,
    email: "swept@people.test",
    packages: ["planted"],
  })),
  "Mutation.createSubscriber": input(
    (own) => ({
      idempotencyKey: idempotencyKey(),
      customerId: own.cus,
      email: "swept@people.test",
      packages: ["planted"],
    }),
    "cus",
  ),
  "Mutation.changePackage": input(
    (own) => ({ idempotencyKey: idempotencyKey(), subscriberId: own.sub, ...planted }),
    "sub",
  ),
  "Mutation.assignAddon": input(
    (own) => ({ idempotencyKey: idempotencyKey(), subscriberId: own.sub, addon: "planted" }),
    "sub",
  ),
  "Mutation.removeAddon": input(
    (own) => ({ idempotencyKey: idempotencyKey(), subscriberId: own.sub, addon: "planted" }),
    "sub",
  ),
  "Mutation.deleteSubscriber": input((own) => ({ idempotencyKey: idempotencyKey(), subscriberId: own.sub }), "sub"),
  "Mutation.setCustomerPackages": input(
    (own) => ({ idempotencyKey: idempotencyKey(), customerId: own.cus, packages: [{ ...planted, limit: 7 }] }),
    "cus",
  ),
  "Mutation.retryCustomerPackages": input((own) => ({ idempotencyKey: idempotencyKey(), customerId: own.cus }), "cus"),
};
