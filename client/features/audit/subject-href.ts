import { path } from "../../navigation/path.ts";

type Place = (reseller: string, id: string) => string;

/** By the beginning of an id: where what it names is looked at. What has no page of its own leads to the page of its kind. */
const places: Readonly<Record<string, Place>> = {
  cus: (reseller, id) => path.customer(reseller, id),
  svc: path.service,
  itm: path.item,
  run: path.run,
  rsl: (reseller, id) => path.resellerNode(reseller, id),
  usr: path.person,
  rol: (reseller) => path.roles(reseller),
  tpl: (reseller) => path.templates(reseller),
  con: (reseller) => path.connectors(reseller),
  acl: (reseller) => path.developers(reseller),
};

export function subjectHref(reseller: string, id: string | null): string | null {
  return id === null ? null : (places[id.slice(0, 3)]?.(reseller, id) ?? null);
}
