import { expect, test } from "vitest";
import { Secret, Unknown } from "../../kernel/secret.ts";
import { firstDifference, renderCall, type RecordedCall } from "./same-calls.ts";

const plan = renderCall({
  connector: "ocs",
  method: "SetAccount",
  target: "/accounts/‹service›",
  body: {
    Account: new Unknown("service"),
    Value: new Unknown("amount"),
    Id: "‹run›:top_up",
    Pin: new Secret("1"),
    Tenant: "a.b",
  },
});
const deed = (over: Partial<RecordedCall> = {}): RecordedCall => ({
  element: "ocs",
  method: "SetAccount",
  target: "/accounts/svc_1",
  body: '{"Account":"svc_\\"1","Value":5.5,"Id":"run_1:top_up","Pin":"••••••","Tenant":"a.b"}',
  ...over,
});

test("secrets and what is not known stand for any value in their place", () => {
  expect(firstDifference([plan], [deed()])).toBeNull();
});

test.each([
  ["another byte", deed({ body: deed().body.replace("a.b", "axb") })],
  ["another order", deed({ body: '{"Value":5.5,"Account":"1","Id":"run_1:top_up","Pin":"2","Tenant":"a.b"}' })],
  ["something more", deed({ body: deed().body.replace("}", ',"More":1}') })],
  ["a value that breaks out of its place", deed({ body: deed().body.replace('"••••••"', '"1","Evil":"2"') })],
  ["another method", deed({ method: "GetAccount" })],
  ["another element", deed({ element: "register" })],
  ["another target", deed({ target: "/accounts/svc_1?x" + '"' })],
])("%s is a difference", (_what, call) => {
  expect(firstDifference([plan], [call])).toContain("call 1 differs");
});

test("one call too few and one too many are differences", () => {
  expect(firstDifference([plan, plan], [deed()])).toContain("call 2 was planned and never made");
  expect(firstDifference([plan], [deed(), deed()])).toContain("a call was made and never planned");
});
