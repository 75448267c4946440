import { newId, uuidOf } from "@tierline/shared/id.ts";
import { plantRates } from "./rates-of-tests.ts";
import type { Shop } from "./shop.ts";

/** What goes through of the verbs about what calls cost. */
export async function rateFixtures({ world }: Shop) {
  const { rdk, rpl } = await plantRates(world, "acme");
  const actor = "owner@acme.test";
  const keyed = (input: object) => ({ ...input, idempotencyKey: newId() });
  return {
    saveRatePlan: {
      actor,
      input: async () =>
        keyed({ id: rpl, name: "Swept", overrides: [{ scope: "PREFIX", target: "44", ratePerMinute: "0.01" }] }),
      read: "ratePlan { name versions { overrides { target } } }",
    },
    assignRatePlan: { actor, input: async () => keyed({ id: rpl }), read: null },
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
