import { money } from "@tierline/shared/money.ts";
import { fieldsOf } from "../fields.ts";
import { pageOf, type Paging } from "../paging.ts";
import { may, needed, refuseUnless, signedIn, type World } from "../world.ts";

/** Nobody has called anybody in the demo world. */
const nothing = { count: 0, answered: 0, seconds: 0, freeSeconds: 0, billedSeconds: 0 };

/** By which a plan is told that changes nothing. */
const ofNothing = "T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU";

export const calls = {
  Query: fieldsOf<unknown>({
    calls: (_, paging: Paging, world) => {
      refuseUnless(world, "call.view");
      return { ...pageOf([], paging), totals: totalsOf(world) };
    },
    planRerating: (_, _input: unknown, world) => {
      refuseUnless(world, "call.record");
      const { price, cost } = totalsOf(world);
      const sum = (none: typeof price) => ({ before: none, after: none, difference: none });
      const counts = { calls: 0, changed: 0, withoutPrice: 0, leftToSeller: 0 };
      const lists = { buyers: [], samples: [] };
      return {
        ...counts,
        ...lists,
        price: sum(price),
        cost: cost === null ? null : sum(cost),
        fingerprint: ofNothing,
        endCursor: null,
      };
    },
  }),
};

function totalsOf(world: World) {
  const own = signedIn(world).resellerId;
  const { currency } = needed(world.resellers.find(({ id }) => id === own));
  const none = money(0n, currency);
  const isShown = may(world, "finance.view");
  return { ...nothing, price: none, cost: isShown ? none : null, margin: isShown ? none : null };
}
