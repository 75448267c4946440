import { expect, test } from "vitest";
import { problemMoves, problemStates } from "./problem-state.ts";

test("a problem can be closed from everywhere, and is then at its end", () => {
  const open = problemStates.filter((state) => state !== "CLOSED");
  expect(open.every((state) => problemMoves[state].includes("CLOSED"))).toBe(true);
  expect(problemMoves.CLOSED).toEqual([]);
});
