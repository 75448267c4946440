import { expect, test } from "vitest";
import { masked, revealed, Secret, Unknown } from "../kernel/secret.ts";
import { fillJson, fillPath } from "./template.ts";

test("a place that is the whole text keeps the type of its value, others become text", () => {
  const template = {
    msisdn: "{{msisdn}}",
    speed: "{{ speed }}",
    label: "up to {{speed}} Mbit/s for {{msisdn}}",
    on: true,
  };
  expect(fillJson(template, { msisdn: "+44123", speed: 100 })).toEqual({
    msisdn: "+44123",
    speed: 100,
    label: "up to 100 Mbit/s for +44123",
    on: true,
  });
});

test("rel-T13: a value cannot change the JSON around it", () => {
  const evil = '","isAdmin":true,"x":"';
  expect(JSON.parse(JSON.stringify(revealed(fillJson({ name: "{{name}}" }, { name: evil }))))).toEqual({ name: evil });
});

test("rel-T13: a value is not a template", () => {
  expect(fillJson("{{a}} and {{b}}", { a: "{{b}}", b: "$& $1" })).toBe("{{b}} and $& $1");
});

test("rel-T13: only own names are known, and there is no logic", () => {
  for (const name of ["constructor", "toString", "hasOwnProperty", "missing"]) {
    expect(() => fillJson(`x {{${name}}}`, {})).toThrow(`nothing is known as {{${name}}}`);
    expect(() => fillPath(`/x/{{${name}}}`, {})).toThrow(`nothing is known as {{${name}}}`);
  }
  const code = "{{constructor.constructor('return process')()}} {{__proto__}} {{#if x}} {{{x}}}";
  expect(() => fillJson(code, { x: "1" })).not.toThrow();
  expect(fillJson("{{constructor.constructor('return process')()}} {{#if x}}", { x: "1" })).toBe(
    "{{constructor.constructor('return process')()}} {{#if x}}",
  );
});

test("rel-T13: a template or a value without end is refused", () => {
  expect(() => fillJson("{{a}}{{a}}", { a: "x".repeat(40_000) })).toThrow("more than 64,000 characters");
});

test("a text with a secret in it is secret as a whole, and goes over the wire", () => {
  const filled = fillJson({ authorization: "Bearer {{token}}" }, { token: new Secret("hunter2") });
  expect(masked(filled)).toBe('{"authorization":"••••••"}');
  expect(revealed(filled)).toEqual({ authorization: "Bearer hunter2" });
});

test("what is not known yet is shown by its name", () => {
  expect(fillJson("service {{id}}", { id: new Unknown("service id") })).toBe("service ‹service id›");
  expect(fillPath("/services/{{id}}", { id: new Unknown("service id") })).toBe("/services/‹service id›");
});

test.each([
  ["a/../b", "/x/a%2F..%2Fb"],
  ["?q=1#f", "/x/%3Fq%3D1%23f"],
  ["a b", "/x/a%20b"],
  ["@evil.test", "/x/%40evil.test"],
])("in a path %j stays one segment", (value, path) => {
  expect(fillPath("/x/{{value}}", { value })).toBe(path);
});

test("a path takes no dots alone, no empty segment, no secret and no object", () => {
  for (const value of ["", ".", "..", new Secret("x"), { a: 1 }]) {
    expect(() => fillPath("/x/{{value}}", { value })).toThrow("The template cannot be filled");
  }
});
