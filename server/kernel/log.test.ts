import { expect, test } from "vitest";
import { createLog } from "./log.ts";
import { Secret } from "./secret.ts";

test("passwords, tokens, cookies and credentials are cut from every line, however deep they lie", () => {
  const lines: string[] = [];
  const log = createLog({ TIERLINE_LOG: "info" }, "test", { write: (line) => void lines.push(line) });
  log.info({ password: "hunter2", token: "hunter2" }, "at the top");
  log.info({ input: { password: "hunter2", token: "hunter2", email: "amy@shop.test" } }, "one level down");
  log.info({ variables: { input: { password: "hunter2" } } }, "two levels down");
  log.info({ headers: { cookie: "hunter2", authorization: "hunter2", host: "shop.test" } }, "of a request");
  log.child({ settings: new Secret("hunter2") }).info("in what a child brings");
  expect(lines.filter((line) => line.includes("hunter2"))).toEqual([]);
  expect(lines.map((line) => line.split("••••••").length - 1)).toEqual([2, 2, 1, 2, 1]);
  expect(lines.join("")).toContain("amy@shop.test");
  expect(lines.join("")).toContain("shop.test");
});

test("below its level nothing is written", () => {
  const lines: string[] = [];
  const log = createLog({ TIERLINE_LOG: "warn" }, "test", { write: (line) => void lines.push(line) });
  log.info("not this");
  log.warn("this");
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(["this"]);
});
