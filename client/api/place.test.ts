import { expect, test } from "vitest";
import { placeHeader } from "./place.ts";

test("CX12: what is asked on a page is asked in the place that its address names, and elsewhere in one's own", () => {
  const header = (key: string) => ({ "tierline-on-behalf-of": key });
  expect(placeHeader("/r/acme-north/customers/new")).toEqual(header("acme-north"));
  expect(placeHeader("/r/acme")).toEqual(header("acme"));
  expect(placeHeader("/r/a%20b/")).toEqual(header("a b"));
  for (const elsewhere of ["/", "/sign-in", "/r", "/r/", "/x/r/acme"]) expect(placeHeader(elsewhere)).toEqual({});
});
