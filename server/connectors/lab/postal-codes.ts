import { demoPlaces } from "@tierline/shared/demo/postal-places.ts";
import type { ElementAnswer } from "./http-element.ts";

/** A few of Brazil's postal codes in the shape in which ViaCEP tells them; null for any other path. */
export function postalAnswer(path: string): ElementAnswer | null {
  const digits = /^\/ws\/([^/]*)\/json\/$/.exec(path)?.[1];
  if (digits === undefined) return null;
  if (!/^\d{8}$/.test(digits)) return { status: 400, body: "", effect: null, headers: { "content-type": "text/html" } };
  const place = demoPlaces.get(digits);
  if (place === undefined) return { status: 200, body: { erro: "true" }, effect: null };
  const { line1: logradouro, line2: bairro, city: localidade, region: uf } = place;
  const cep = `${digits.slice(0, 5)}-${digits.slice(5)}`;
  return { status: 200, body: { cep, logradouro, complemento: "", bairro, localidade, uf }, effect: null };
}
