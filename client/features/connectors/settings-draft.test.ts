import { expect, test } from "vitest";
import { changesOf, errorsByKey, type Setting } from "./settings-draft.ts";

const setting = (key: string, change: Partial<Setting> = {}): Setting => ({
  key,
  label: key,
  value: null,
  isSecret: false,
  isSet: false,
  ...change,
});
const settings = [
  setting("url", { value: "http://ocs:2080/jsonrpc", isSet: true }),
  setting("timeoutMs"),
  setting("password", { isSecret: true, isSet: true }),
];

test("only what was changed is sent, and a secret only when it was typed anew", () => {
  expect(changesOf(settings, {})).toEqual([]);
  expect(changesOf(settings, { url: "http://ocs:2080/jsonrpc", timeoutMs: "", password: "" })).toEqual([]);
  expect(changesOf(settings, { url: "", timeoutMs: "900", password: "hunter22" })).toEqual([
    { key: "url", value: null },
    { key: "timeoutMs", value: "900" },
    { key: "password", value: "hunter22" },
  ]);
});

test("a stored secret goes only when that was asked for", () => {
  expect(changesOf(settings, { password: null })).toEqual([{ key: "password", value: null }]);
});

test("an error finds its setting by its place in what was sent", () => {
  const sent = [{ key: "timeoutMs", value: "x" }];
  const errors = [
    { code: "INVALID", message: "A number is needed.", path: ["settings", "0", "value"] },
    { code: "STALE", message: "Changed since.", path: ["version"] },
  ];
  expect(errorsByKey(errors, sent)).toEqual({
    byKey: { timeoutMs: "A number is needed." },
    general: ["Changed since."],
  });
});
