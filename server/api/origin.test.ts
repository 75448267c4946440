import { expect, test } from "vitest";
import { readConfig } from "../kernel/config.ts";
import { isForeignOrigin } from "./origin.ts";

const local = readConfig({});
const published = readConfig({
  TIERLINE_PUBLIC_URL: "https://shop.example",
  TIERLINE_ALLOWED_ORIGINS: "https://partner.example",
});

function foreign(origin: string | undefined, config = local, extra: Record<string, string> = {}): boolean {
  return isForeignOrigin(
    { host: "localhost:4000", brandHost: null, headers: { ...(origin === undefined ? {} : { origin }), ...extra } },
    config,
  );
}

test("our own pages and programs without an Origin are served", () => {
  expect(foreign("http://localhost:4000")).toBe(false);
  expect(foreign(undefined)).toBe(false);
});

test("pages of other sites are not, nor what is no address at all", () => {
  expect(foreign("https://evil.example")).toBe(true);
  expect(foreign("http://localhost:4001")).toBe(true);
  expect(foreign("null")).toBe(true);
  expect(foreign(undefined, local, { "sec-fetch-site": "cross-site" })).toBe(true);
});

test("behind a proxy the public address counts, and those that are allowed besides", () => {
  expect(foreign("https://shop.example", published)).toBe(false);
  expect(foreign("https://partner.example", published)).toBe(false);
  expect(foreign("http://localhost:4000", published)).toBe(true);
});
