import { encodeId, newId } from "@tierline/shared/id.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  askAs,
  customersOfTests,
  jane as janeOfTests,
  partsOfTests,
  plantCustomers,
} from "../testkit/customers-of-tests.ts";
import { openPaymentsLab, plantGateway, type PaymentsLab } from "../testkit/payments-of-tests.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const owner = "owner@acme.test";
const { johnson } = customersOfTests;
const customerId = encodeId("cus", johnson.id);
const jane = { ...janeOfTests, permissions: new Set(permissionsOf("CUSTOMER_USER")) };
let payments: PaymentsLab;

beforeAll(async () => {
  await plantCustomers(world);
  payments = await openPaymentsLab(world);
  await plantGateway(world, owner, "STRIPE");
});
afterAll(() => payments.close());
beforeEach(async () => {
  payments.hear(false);
  await world.database.rows("delete from payment_method where customer_id = $1", [johnson.id]);
});

interface Card {
  readonly id: string;
  readonly lastFour: string;
  readonly isDefault: boolean;
  readonly standing: string;
}
interface Answer {
  readonly approvalUrl?: string | null;
  readonly customer?: { readonly paymentMethods: readonly Card[] } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

const cardFields = "paymentMethods { id lastFour isDefault standing renewals }";

async function ask(verb: string, input: Record<string, unknown>, as: typeof jane | string = jane) {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const fields = verb === "startPaymentMethod" ? "approvalUrl" : `customer { ${cardFields} }`;
  const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${fields} userErrors { code message } } }`;
  return typeof as === "string" ? world.graphql(as, document, { input }) : askAs(world, as, document, { input });
}

async function done(verb: string, input: Record<string, unknown>, as: typeof jane | string = jane): Promise<Answer> {
  const { data, errors } = await ask(verb, input, as);
  expect(errors).toBeUndefined();
  return (data as Record<string, Answer>)[verb]!;
}

/** Leaves a card on the provider's page; the name that the page leads back with. */
async function left(choice: "pay" | "decline" = "pay", as: typeof jane | string = jane): Promise<string> {
  const { approvalUrl } = await done("startPaymentMethod", { idempotencyKey: newId(), customerId }, as);
  const back = await payments.choose(approvalUrl!, choice);
  expect(back).toContain(
    as === jane ? "/portal/billing?card=cs_lab_" : `/customers/${customerId}?tab=billing&card=cs_`,
  );
  return new URL(back!).searchParams.get("card")!;
}

const kept = async (session: string) => done("keepPaymentMethod", { customerId, session });
const cards = async (): Promise<Card[]> => {
  const { data } = await askAs(world, jane, `{ customer(id: "${customerId}") { ${cardFields} } }`);
  return (data as { customer: { paymentMethods: Card[] } }).customer.paymentMethods;
};

test("a card is left on the provider's page and kept once, whether its holder comes back, the provider tells of it, or both", async () => {
  const session = await left();
  expect(await cards()).toEqual([]);
  const [first, again] = [await kept(session), await kept(session)];
  expect(first).toEqual(again);
  expect(first.customer!.paymentMethods).toMatchObject([{ lastFour: "4242", isDefault: true, standing: "READY" }]);
  payments.hear(true);
  const told = await left("pay", owner);
  expect(payments.taken).toEqual(["TAKEN"]);
  expect((await cards()).map(({ isDefault }) => isDefault)).toEqual([true, false]);
  await kept(told);
  expect(await cards()).toHaveLength(2);
  const audited = await world.database.rows(
    "select subject->>'key' as subject from audit_entry where operation = 'paymentMethod.add'",
  );
  expect(audited).toHaveLength(2);
});

test("the default is chosen, and when it is removed the oldest of the rest is charged; the provider forgets what was removed", async () => {
  const [first, second] = [await left(), await left()];
  await kept(first);
  const [one, other] = (await kept(second)).customer!.paymentMethods;
  const chosen = await done("setDefaultPaymentMethod", { idempotencyKey: newId(), id: other!.id });
  expect(chosen.customer!.paymentMethods.map(({ id, isDefault }) => [id, isDefault])).toEqual([
    [other!.id, true],
    [one!.id, false],
  ]);
  const removal = { idempotencyKey: newId(), id: other!.id };
  const removed = await done("removePaymentMethod", removal, owner);
  expect(removed.customer!.paymentMethods).toMatchObject([{ id: one!.id, isDefault: true }]);
  expect(await done("removePaymentMethod", removal, owner)).toEqual(removed);
  expect((await kept(second)).userErrors).toMatchObject([
    { code: "STATE_CONFLICT", message: "No card was left on that page." },
  ]);
  expect(await cards()).toHaveLength(1);
});

test("a card stays on file when the provider's answer was lost, and is removed when it is asked once more", async () => {
  const card = (await kept(await left())).customer!.paymentMethods[0]!;
  const removal = { idempotencyKey: newId(), id: card.id };
  await payments.lab.faultsOf("payments").set({ kind: "LOSE_ANSWER", times: 1, delayMs: 0, garbageBytes: 1 });
  const silent = await done("removePaymentMethod", removal);
  expect(silent).toMatchObject({ customer: null, userErrors: [{ code: "NOT_AVAILABLE" }] });
  expect(await cards()).toHaveLength(1);
  expect((await done("removePaymentMethod", removal)).customer!.paymentMethods).toEqual([]);
});

test("cards of other customers and other resellers do not exist for one, and whoever sells has to keep the accounts", async () => {
  const others = { idempotencyKey: newId(), id: encodeId("pmt", partsOfTests.card) };
  const beta = "owner@beta.test";
  for (const verb of ["setDefaultPaymentMethod", "removePaymentMethod"]) {
    for (const as of [jane, beta, "ops@tierline.test"]) {
      const { errors } = await ask(verb, { ...others, idempotencyKey: newId() }, as);
      expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
    }
    const agent = await ask(verb, { ...others, idempotencyKey: newId() }, "agent@acme.test");
    expect(agent.errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
  }
  const session = await left();
  const smith = encodeId("cus", customersOfTests.johnSmith.id);
  const stolen = await ask("keepPaymentMethod", { customerId: smith, session }, owner);
  expect(stolen.errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  const barred = { ...jane, permissions: new Set([]) };
  const refused = await ask("startPaymentMethod", { idempotencyKey: newId(), customerId }, barred);
  expect(refused.errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});
