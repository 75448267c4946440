import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("defaults make a configuration of an empty environment", () => {
  expect(readConfig({})).toMatchObject({ PORT: 4000, HOST: "127.0.0.1", TIERLINE_LOG: "info" });
});

test("every wrong value is named, all of them at once", () => {
  const wrong = {
    PORT: "70000",
    DATABASE_URL: "mysql://x",
    TIERLINE_SECRET: "short",
    TIERLINE_LOG: "loud",
    TIERLINE_WORKERS: "-1",
  };
  expect(() => readConfig(wrong)).toThrow(
    /PORT[\s\S]*DATABASE_URL[\s\S]*TIERLINE_SECRET[\s\S]*TIERLINE_WORKERS[\s\S]*TIERLINE_LOG/,
  );
});

test("an empty value is an absent one", () => {
  expect(readConfig({ PORT: "", DATABASE_URL: "" })).toMatchObject({ PORT: 4000 });
});
