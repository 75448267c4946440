import { expect, test } from "vitest";
import { say } from "./sentence.ts";
import { allowed, canMove, type Moves, refused } from "./moves.ts";

const door: Moves<"OPEN" | "SHUT" | "WALLED_UP"> = { OPEN: ["SHUT"], SHUT: ["OPEN", "WALLED_UP"], WALLED_UP: [] };

test("only the moves of the table are allowed", () => {
  expect(canMove(door, "OPEN", "SHUT")).toBe(true);
  expect(canMove(door, "OPEN", "WALLED_UP")).toBe(false);
  expect(canMove(door, "WALLED_UP", "OPEN")).toBe(false);
});

test("staying where one is, is not a move", () => {
  expect(canMove(door, "OPEN", "OPEN")).toBe(false);
});

test("a refusal says why", () => {
  expect(allowed).toEqual({ isAllowed: true });
  const reason = say("run.undoPassed");
  expect(refused("EXPIRED", reason)).toEqual({ isAllowed: false, code: "EXPIRED", reason });
});
