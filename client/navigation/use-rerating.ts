import { useApolloClient } from "@apollo/client/react";
import { addMoney, decimalOf, parseMoney } from "@tierline/shared/money.ts";
import { useState } from "react";
import {
  PlanReratingDocument,
  RerateCallsDocument,
  type ReratingFiguresFragment,
  type RerateSumFiguresFragment,
} from "../api/calls.generated.ts";
import type { PlanReratingInput } from "../api/generated/schema.ts";
import { forgetIdempotencyKey, idempotencyKey } from "../api/idempotency-key.ts";
import type { UserErrorLike } from "../api/user-errors.ts";

/** More are not looked at from a page: a plan of so many parts is a narrower question first. */
export const partsMax = 20;

/** Up to a thousand calls: as many as are planned and applied at once. */
interface Part {
  readonly after: string | null;
  readonly figures: ReratingFiguresFragment;
  readonly isApplied: boolean;
}

export type ReratingRange = Omit<PlanReratingInput, "after">;

export interface ReratingPlan {
  readonly figures: Omit<ReratingFiguresFragment, "fingerprint" | "endCursor">;
  /** There are more calls than are looked at: nothing is applied. */
  readonly isCut: boolean;
}

/** The plan of all calls of a range, part by part, and the same parts applied, each as it was seen. */
export function useRerating(range: ReratingRange) {
  const client = useApolloClient();
  const [parts, setParts] = useState<readonly Part[] | null>(null);
  const [done, setDone] = useState(0);

  async function plan(goesOn: () => boolean): Promise<void> {
    const found: Part[] = [];
    let after: string | null = null;
    do {
      const input: PlanReratingInput = { ...range, after };
      const { data } = await client.query({
        query: PlanReratingDocument,
        variables: { input },
        fetchPolicy: "network-only",
      });
      if (data === undefined || !goesOn()) return;
      found.push({ after, figures: data.planRerating, isApplied: false });
      setDone(found.length);
      after = data.planRerating.endCursor;
    } while (after !== null && found.length < partsMax);
    setParts(found);
    setDone(0);
  }

  /** Goes on where it was stopped. What is refused comes back; figures that changed meanwhile take the place of the old ones. */
  async function apply(reason: string, goesOn: () => boolean): Promise<readonly UserErrorLike[]> {
    let known = parts ?? [];
    const put = (index: number, change: Partial<Part>): void => {
      known = known.with(index, { ...known[index]!, ...change }); // of those that there are
      setParts(known);
      setDone(known.filter(isSettled).length);
    };
    for (const [index, { after, figures }] of known.entries()) {
      if (isSettled(known[index]!) || !goesOn()) continue;
      const asked = { ...range, after, fingerprint: figures.fingerprint, reason };
      const intent = `rerate:${JSON.stringify(asked)}`;
      const input = { ...asked, idempotencyKey: idempotencyKey(intent) };
      const payload = (await client.mutate({ mutation: RerateCallsDocument, variables: { input } })).data?.rerateCalls;
      forgetIdempotencyKey(intent);
      const errors = payload?.userErrors ?? [];
      if (errors.length > 0) {
        if (payload?.rerating != null) put(index, { figures: payload.rerating });
        return errors;
      }
      put(index, { isApplied: true });
    }
    return [];
  }

  return {
    plan,
    apply,
    seen: parts === null ? null : planOf(parts),
    /** Of the parts, while they are looked at or applied. */
    progress: { done, of: parts?.length ?? null },
  };
}

function isSettled({ isApplied, figures }: Part): boolean {
  return isApplied || figures.changed === 0;
}

function sumOf(parts: readonly Part[], count: (figures: ReratingFiguresFragment) => number): number {
  return parts.reduce((sum, { figures }) => sum + count(figures), 0);
}

function planOf(parts: readonly Part[]): ReratingPlan {
  const all = parts.map(({ figures }) => figures);
  const costs = all.flatMap(({ cost }) => cost ?? []);
  return {
    isCut: all.at(-1)?.endCursor != null,
    figures: {
      calls: sumOf(parts, ({ calls }) => calls),
      changed: sumOf(parts, ({ changed }) => changed),
      withoutPrice: sumOf(parts, ({ withoutPrice }) => withoutPrice),
      leftToSeller: sumOf(parts, ({ leftToSeller }) => leftToSeller),
      price: all.map(({ price }) => price).reduce(addSums),
      cost: costs.length === 0 ? null : costs.reduce(addSums),
      buyers: buyersOf(all),
    },
  };
}

/** By name, each once. */
function buyersOf(all: readonly ReratingFiguresFragment[]): ReratingFiguresFragment["buyers"] {
  const byId = Map.groupBy(
    all.flatMap(({ buyers }) => buyers),
    ({ id }) => id,
  );
  return [...byId.values()]
    .map((each) =>
      each.reduce((one, other) => ({
        ...one,
        changed: one.changed + other.changed,
        price: addSums(one.price, other.price),
      })),
    )
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

function addSums(one: RerateSumFiguresFragment, other: RerateSumFiguresFragment): RerateSumFiguresFragment {
  const both = (key: keyof RerateSumFiguresFragment) => {
    const { currency } = one[key];
    const amount = decimalOf(addMoney(parseMoney(one[key].amount, currency), parseMoney(other[key].amount, currency)));
    return { amount, currency };
  };
  return { before: both("before"), after: both("after"), difference: both("difference") };
}
