import { expect, test } from "vitest";
import { formatTaxNumber, maskTaxNumber, parseCnpj, parseCpf, taxNumberRule, withCnpjCheck } from "./tax-number.ts";

test("B6: check digits of CPF and CNPJ are computed, with marks or without", () => {
  expect(parseCpf("529.982.247-25")).toBe("52998224725");
  expect(parseCpf("52998224725")).toBe("52998224725");
  expect(parseCpf("529.982.247-24")).toBeNull();
  expect(parseCpf("111.111.111-11")).toBeNull();
  expect(parseCnpj("11.222.333/0001-81")).toBe("11222333000181");
  expect(parseCnpj("11.222.333/0001-82")).toBeNull();
  expect([parseCpf(""), parseCpf("5299822472"), parseCnpj("00000000000000"), parseCnpj("x")]).toEqual(
    Array.from({ length: 4 }, () => null),
  );
});

test("BX15: a CNPJ may have letters in its first twelve places", () => {
  expect(parseCnpj("12ABC34501DE35")).toBe("12ABC34501DE35");
  expect(parseCnpj("12.abc.345/01de-35")).toBe("12ABC34501DE35");
  expect(parseCnpj("12ABC34501DE36")).toBeNull();
  expect(parseCnpj("12ABC34501DEA5")).toBeNull();
});

test("one wrong digit is always noticed", () => {
  const good = withCnpjCheck("112223330001");
  for (let at = 0; at < good.length; at += 1) {
    for (const digit of "0123456789") {
      const tried = good.slice(0, at) + digit + good.slice(at + 1);
      expect(parseCnpj(tried)).toBe(tried === good ? good : null);
    }
  }
});

test("B6: it is asked for where there is one, and shown as people there write it", () => {
  expect(taxNumberRule("BR", "INDIVIDUAL")).toMatchObject({ label: "CPF", isRequired: true });
  expect(taxNumberRule("BR", "BUSINESS")).toMatchObject({ label: "CNPJ", isRequired: true });
  expect(taxNumberRule("DE", "BUSINESS")).toMatchObject({ label: "USt-IdNr.", isRequired: false });
  expect([taxNumberRule("DE", "INDIVIDUAL"), taxNumberRule("US", "BUSINESS")]).toEqual([null, null]);
  expect(taxNumberRule("DE", "BUSINESS")?.parse("de 123 456 789")).toBe("DE123456789");
  expect(formatTaxNumber("BR", "52998224725")).toBe("529.982.247-25");
  expect(formatTaxNumber("BR", "12ABC34501DE35")).toBe("12.ABC.345/01DE-35");
  expect(formatTaxNumber("DE", "DE123456789")).toBe("DE123456789");
  expect(maskTaxNumber("52998224725")).toBe("529…25");
});
