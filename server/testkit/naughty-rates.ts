import { encodeId, newId, uuidOf } from "@tierline/shared/id.ts";
import { planRerating } from "../rating/rerate-calls.ts";
import { plantCall } from "./calls-of-tests.ts";
import { templatesOfTests } from "./catalog-of-tests.ts";
import { customersOfTests } from "./customers-of-tests.ts";
import { plantNumbers, plantOffers } from "./dids-of-tests.ts";
import { plantRates } from "./rates-of-tests.ts";
import type { Shop } from "./shop.ts";

/** What goes through of the verbs about what calls cost. */
export async function rateFixtures({ world }: Shop) {
  const { rdk, rpl, prl, alw } = await plantRates(world, "acme");
  const numbers = await plantNumbers(world, 1_400);
  const offers = await plantOffers(world, numbers.splice(0, 400));
  let registered = 0;
  const actor = "owner@acme.test";
  const { cal } = await plantCall(world, customersOfTests.johnSmith, "442079460958");
  const hour = { from: new Date("2026-11-01T00:00:00Z"), until: new Date("2026-11-01T01:00:00Z") };
  const keyed = (input: object) => ({ ...input, idempotencyKey: newId() });
  return {
    saveRatePlan: {
      actor,
      input: async () =>
        keyed({
          id: rpl,
          name: "Swept",
          overrides: [{ scope: "PREFIX", target: "44", ratePerMinute: "0.01" }],
          belowCostReason: "Swept",
        }),
      read: "ratePlan { name versions { overrides { target } } }",
    },
    savePriceList: {
      actor,
      input: async () => keyed({ id: prl, name: "Swept", markupPercent: "10", belowCostReason: "Swept" }),
      read: "priceList { name versions { markupPercent } }",
    },
    connectDid: {
      actor,
      input: async () => {
        const customerId = encodeId("cus", customersOfTests.johnSmith.id);
        return keyed({ customerId, itemId: numbers.pop()!, setup: "0.00", monthly: "0.00" });
      },
      read: null,
    },
    orderNumber: {
      actor: "owner@acme-north.test",
      input: async () => keyed(offers.pop()!),
      read: null,
    },
    registerNumbers: {
      actor,
      input: async () => {
        const templateId = encodeId("tpl", templatesOfTests.number.id);
        const firstNumber = `+4420${70_000_000 + registered++}`;
        return keyed({ templateId, firstNumber, quantity: 1, country: "GB", supplier: "Carrier" });
      },
      read: "items { numberSource { carrierNumber supplier } }",
    },
    rerateCalls: {
      actor,
      input: async () => {
        const { fingerprint } = await planRerating(world.as(actor), hour);
        return keyed({
          ...hour,
          customerId: encodeId("cus", customersOfTests.johnSmith.id),
          prefix: "44",
          fingerprint,
          reason: "Swept",
        });
      },
      read: null,
    },
    correctCall: {
      actor,
      input: async () => keyed({ id: cal, isAnswered: false, seconds: 0, called: "442079460958", reason: "Swept" }),
      read: "correction { called }",
    },
    assignPriceList: { actor, input: async () => keyed({ id: prl }), read: null },
    assignRatePlan: { actor, input: async () => keyed({ id: rpl }), read: null },
    saveAllowance: {
      actor,
      input: async () => keyed({ id: alw, name: "Swept", minutes: 10, prefixes: ["44"] }),
      read: "allowance { name prefixes }",
    },
    assignAllowances: {
      actor,
      input: async () =>
        keyed({
          customerId: encodeId("cus", customersOfTests.johnSmith.id),
          cycleDay: 1,
          slots: [{ slot: "NUMBERS", allowanceId: alw }],
        }),
      read: null,
    },
    applyRateDeck: {
      actor,
      /** Each string is tried on a deck that is planned and not applied. */
      input: async () => {
        await world.database.rows(
          "update rate_deck set state = 'PLANNED', effective_from = null, applied_at = null where id = $1",
          [uuidOf(rdk)],
        );
        return keyed({ id: rdk });
      },
      read: null,
    },
  };
}
