import { useRef, useState } from "react";
import { failureOf } from "../../api/user-errors.ts";
import type { EnteredFragment } from "./billing.generated.ts";

interface Balances {
  readonly before: NonNullable<EnteredFragment["balanceBefore"]>;
  readonly after: NonNullable<EnteredFragment["balanceAfter"]>;
}

interface Told {
  readonly balances: Balances | null;
  readonly refusal: string | null;
}

const nothing: Told = { balances: null, refusal: null };
/** Whoever types is not asked for at every key. */
const pauseMs = 250;

/** What would become of the balance, asked for as one types; of several answers the one to the last question counts. */
export function useDryRun(run: (amount: string) => Promise<EnteredFragment | undefined>) {
  const [told, setTold] = useState(nothing);
  const question = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  function ask(amount: string | null): void {
    question.current += 1;
    if (timer.current !== null) clearTimeout(timer.current);
    if (amount === null) return setTold(nothing);
    const mine = question.current;
    timer.current = setTimeout(() => void answer(mine, amount), pauseMs);
  }

  async function answer(mine: number, amount: string): Promise<void> {
    const next = await toldBy(run(amount));
    if (mine === question.current) setTold(next);
  }

  return { ...told, ask };
}

async function toldBy(running: Promise<EnteredFragment | undefined>): Promise<Told> {
  try {
    const entered = await running;
    const refusal = entered?.userErrors.map(({ message }) => message).join(" ") || null;
    const [before, after] = [entered?.balanceBefore ?? null, entered?.balanceAfter ?? null];
    return { refusal, balances: before === null || after === null ? null : { before, after } };
  } catch (error) {
    return { balances: null, refusal: failureOf(error).message };
  }
}
