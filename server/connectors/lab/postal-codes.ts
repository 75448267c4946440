import type { ElementAnswer } from "./http-element.ts";

const places: Readonly<Record<string, readonly [street: string, quarter: string, city: string, state: string]>> = {
  "01001000": ["Praça da Sé", "Sé", "São Paulo", "SP"],
  "01310100": ["Avenida Paulista", "Bela Vista", "São Paulo", "SP"],
  "88015200": ["Avenida Beira-Mar", "Centro", "Florianópolis", "SC"],
  "66010000": ["Travessa do Comércio", "Campina", "Belém", "PA"],
};

/** A few of Brazil's postal codes in the shape in which ViaCEP tells them; null for any other path. */
export function postalAnswer(path: string): ElementAnswer | null {
  const digits = /^\/ws\/([^/]*)\/json\/$/.exec(path)?.[1];
  if (digits === undefined) return null;
  if (!/^\d{8}$/.test(digits)) return { status: 400, body: "", effect: null, headers: { "content-type": "text/html" } };
  const place = Object.hasOwn(places, digits) ? places[digits] : undefined;
  if (place === undefined) return { status: 200, body: { erro: "true" }, effect: null };
  const [logradouro, bairro, localidade, uf] = place;
  const cep = `${digits.slice(0, 5)}-${digits.slice(5)}`;
  return { status: 200, body: { cep, logradouro, complemento: "", bairro, localidade, uf }, effect: null };
}
