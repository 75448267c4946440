import type { Sentence } from "./sentence.ts";

/** Which states follow which, as data: the database checks it, the API explains it and the console draws it. */
export type Moves<State extends string> = { readonly [From in State]: readonly State[] };

export function canMove<State extends string>(moves: Moves<State>, from: State, to: State): boolean {
  return moves[from].includes(to);
}

/** Whether something may be done now; if not, the reason in words and the code that the API answers with. */
export type Verdict<Code extends string> =
  | { readonly isAllowed: true; readonly code?: undefined; readonly reason?: undefined }
  | { readonly isAllowed: false; readonly code: Code; readonly reason: Sentence };

export const allowed = { isAllowed: true } as const;

export function refused<Code extends string>(code: Code, reason: Sentence): Verdict<Code> {
  return { isAllowed: false, code, reason };
}
