import { randomInt } from "node:crypto";
import { commonPathOf } from "@tierline/shared/tier-path.ts";
import { inBatches } from "./batch.ts";
import type { Transaction } from "./context.ts";
import { apartFrom, type Apart } from "./tier-connection.ts";

/** What bears a short human number, counted from one for each reseller. */
export type NumberKind = "customer" | "order" | "service" | "run";

/**
 * The next short human number of a kind in a tier. It is given out at once and for good, beside the transaction that asks: nobody
 * waits for anybody else's commit, and one that fails leaves a gap. Numbers asked for at one time are one statement.
 */
export function nextNumber(
  { em, isTrial = false }: Pick<Transaction, "em" | "isTrial">,
  path: string,
  kind: NumberKind,
): Promise<number> {
  // Nobody has got so far, and of two who try at once neither waits for the other.
  if (isTrial) return Promise.resolve(trialNumbers + randomInt(trialNumbers / 20));
  const apart = apartFrom(em);
  const ask = askers.get(apart) ?? inBatches({ lanes: 1, callsMax: numbersMax, send: (asked) => give(apart, asked) });
  askers.set(apart, ask);
  return ask({ path, kind });
}

interface Asked {
  readonly path: string;
  readonly kind: NumberKind;
}

const numbersMax = 200;
const trialNumbers = 2_000_000_000;
const askers = new WeakMap<Apart, (asked: Asked) => Promise<number>>();

// In one order everywhere, so that two processes never wait for each other.
const raise = `
  insert into counter (path, kind, value)
  select path, kind, count(*) from json_to_recordset($1::json) as asked (path text, kind text)
  group by path collate "C", kind, path order by path collate "C", kind
  on conflict (path, kind) do update set value = counter.value + excluded.value
  returning path, kind, value`;

async function give(apart: Apart, asked: readonly Asked[]): Promise<number[]> {
  const path = commonPathOf(asked.map((each) => each.path));
  const raised = await apart.ask<Asked & { value: number }>(path, raise, [JSON.stringify(asked)]);
  const last = new Map(raised.map((each) => [keyOf(each), each.value]));
  const given = asked.toReversed().map((each) => {
    const number = last.get(keyOf(each))!; // each that was asked for was raised
    last.set(keyOf(each), number - 1);
    return number;
  });
  return given.toReversed();
}

function keyOf({ path, kind }: Asked): string {
  return `${path} ${kind}`;
}
