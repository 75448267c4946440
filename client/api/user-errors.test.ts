import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { beforeAll, expect, test } from "vitest";
import { startI18n } from "../i18n/i18n.ts";
import { failureOf, fieldErrors } from "./user-errors.ts";

beforeAll(() => startI18n("en"));

test("each refusal stands at its field, the first of two wins, and what has no field is said above", () => {
  const errors = [
    { code: "REQUIRED", message: "A name is needed.", path: ["name"] },
    { code: "TOO_LONG", message: "At most 200 characters.", path: ["name"] },
    { code: "INVALID", message: "Not a country.", path: ["billingAddress", "country"] },
    { code: "STATE_CONFLICT", message: "Someone was faster.", path: null },
    { code: "INVALID", message: "Unknown key.", path: ["somewhere", "else"] },
  ];
  expect(fieldErrors(errors, ["name", "billingAddress"])).toEqual({
    byField: { name: "A name is needed.", "billingAddress.country": "Not a country." },
    general: ["Someone was faster.", "Unknown key."],
  });
});

test("a field of the input is found below the name of its input", () => {
  const errors = [{ code: "TAKEN", message: "Known already.", path: ["input", "slug"] }];
  expect(fieldErrors(errors, ["slug"])).toEqual({ byField: { slug: "Known already." }, general: [] });
});

test("an answer that failed is told with its code and the id that the log knows", () => {
  const extensions = { code: "RATE_LIMITED", requestId: "req_1", retryAfterSeconds: 42 };
  const error = new CombinedGraphQLErrors({ errors: [{ message: "Too many.", extensions }] });
  expect(failureOf(error)).toEqual({
    code: "RATE_LIMITED",
    message: "Too many.",
    requestId: "req_1",
    retryAfterSeconds: 42,
  });
});

test("no answer at all is the network's fault, and not called by the browser's name for it", () => {
  expect(failureOf(new TypeError("Failed to fetch"))).toEqual({
    code: "NETWORK",
    message: "The server cannot be reached. Your connection may be interrupted.",
    requestId: null,
    retryAfterSeconds: null,
  });
});
