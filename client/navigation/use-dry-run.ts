import { useRef, useState } from "react";
import { failureOf } from "../api/user-errors.ts";

interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** What every dry run of something that moves a balance answers. */
interface Run {
  readonly balanceBefore: Amount | null;
  readonly balanceAfter: Amount | null;
  readonly userErrors: readonly { readonly message: string }[];
}

interface Told<T> {
  readonly balances: { readonly before: Amount; readonly after: Amount } | null;
  readonly refusal: string | null;
  /** All that it answered; null where it was refused. */
  readonly run: T | null;
}

const nothing = { balances: null, refusal: null, run: null };
/** Whoever types is not asked for at every key. */
const pauseMs = 250;

/** What would become of the balance, asked for as one types; of several answers the one to the last question counts. */
export function useDryRun<T extends Run>(run: (asked: string) => Promise<T | undefined>) {
  const [told, setTold] = useState<Told<T>>(nothing);
  const question = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  function ask(asked: string | null): void {
    question.current += 1;
    if (timer.current !== null) clearTimeout(timer.current);
    if (asked === null) return setTold(nothing);
    const mine = question.current;
    timer.current = setTimeout(() => void answer(mine, asked), pauseMs);
  }

  async function answer(mine: number, asked: string): Promise<void> {
    const next = await toldBy(run(asked));
    if (mine === question.current) setTold(next);
  }

  return { ...told, ask };
}

async function toldBy<T extends Run>(running: Promise<T | undefined>): Promise<Told<T>> {
  try {
    const answered = await running;
    const refusal = answered?.userErrors.map(({ message }) => message).join(" ") || null;
    const [before, after] = [answered?.balanceBefore ?? null, answered?.balanceAfter ?? null];
    const balances = before === null || after === null ? null : { before, after };
    return { refusal, balances, run: balances === null ? null : (answered ?? null) };
  } catch (error) {
    return { balances: null, refusal: failureOf(error).message, run: null };
  }
}
