import { expect, test } from "vitest";
import { Rejection } from "../kernel/rejection.ts";
import { checkPassword } from "./check-password.ts";

const known = ["jane.doe@example.com", "Jane Doe", "Acme Telecom"];

async function answerTo(password: string): Promise<string> {
  try {
    await checkPassword(password, known);
    return "fine";
  } catch (error) {
    return (error as Rejection).refusals.map(({ code, message }) => `${code} ${message.key}`).join();
  }
}

test.each([
  ["eleven char", "INVALID password.tooShort"],
  ["x".repeat(129), "TOO_LONG password.tooLong"],
  ["passwordpassword", "INVALID password.common"],
  ["Sunshine2026!", "INVALID password.common"],
  ["123456789012", "INVALID password.common"],
  ["abababababab", "INVALID password.common"],
  ["I love Tierline very much", "INVALID password.knownWord"],
  ["my acme password", "INVALID password.knownWord"],
  ["example of a sentence", "INVALID password.knownWord"],
  ["a nul \0 in the middle", "INVALID text.notKept"],
  ["half \ud800 a character", "INVALID text.notKept"],
  ["seven grey herons at dusk", "fine"],
  ["été à la plage, enfin", "fine"],
  ["x7#Kq!z9Lp@2", "fine"],
])("MX8: %j is answered %s", async (password, answer) => {
  expect(await answerTo(password)).toBe(answer);
});
