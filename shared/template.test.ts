import fc from "fast-check";
import { expect, test } from "vitest";
import { hasLoosePlaceholder, lookupIn, renderTemplate, templateVariables, VariableMissing } from "./template.ts";

const variables = {
  customer: { name: "John Smith", number: 123, email: null },
  items: { sim: { identifier: "89442000123456780001" } },
  tasks: { ocs: { accountId: "acme-789" } },
};
const lookup = lookupIn(variables);

test("variables are filled in wherever a text stands", () => {
  const template = {
    to: "${customer.name} (ID: ${customer.number})",
    list: ["${items.sim.identifier}", 5, true, null],
  };
  expect(renderTemplate(template, lookup)).toEqual({
    to: "John Smith (ID: 123)",
    list: ["89442000123456780001", 5, true, null],
  });
});

test("a text that is a single variable becomes its value, not a text", () => {
  expect(renderTemplate("${customer.number}", lookup)).toBe(123);
  expect(renderTemplate("${ tasks.ocs.accountId }", lookup)).toBe("acme-789");
  const secret = { toString: () => "••••••" };
  expect(renderTemplate("${password}", () => secret)).toBe(secret);
  expect(renderTemplate("It is ${password}", () => secret)).toBe("It is ••••••");
});

test("a variable without a value is named", () => {
  expect(() => renderTemplate("Dear ${customer.title}", lookup)).toThrow(new VariableMissing("customer.title"));
  expect(() => renderTemplate("${customer.email}", lookup)).toThrow("There is no value for ${customer.email}.");
});

test("only own properties are found", () => {
  for (const path of [
    "constructor",
    "customer.constructor.name",
    "__proto__",
    "customer.name.length",
    "customer.toString",
    "",
  ]) {
    expect([path, lookup(path)]).toEqual([path, undefined]);
  }
});

test("what a variable holds is never read as a template", () => {
  expect(renderTemplate("${a} $& $1", (path) => (path === "a" ? "${b} $& $1" : "no"))).toBe("${b} $& $1 $& $1");
});

test("a text without variables comes back unchanged", () => {
  fc.assert(fc.property(fc.string(), (text) => text.includes("${") || renderTemplate(text, lookup) === text));
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const template = JSON.parse(JSON.stringify(value).replaceAll("$", "S"));
      expect(renderTemplate(template, lookup)).toEqual(template);
    }),
  );
});

test("the variables of a template are listed once each", () => {
  const template = { a: "${customer.name}", b: [{ c: "${items.sim.identifier}, ${customer.name}" }], d: 1 };
  expect(templateVariables(template)).toEqual(["customer.name", "items.sim.identifier"]);
});

test("a forgotten bracket is noticed", () => {
  expect(hasLoosePlaceholder("${customer.name")).toBe(true);
  expect(hasLoosePlaceholder("${customer.name} costs $5 {really}")).toBe(false);
});
