import type { Permission } from "./permission.ts";

/** What many of can be done at once. */
export const bulkKinds = [
  "CUSTOMERS",
  "INVENTORY",
  "PLANS",
  "SUBSCRIBERS",
  "PACKAGE_CHANGES",
  "SUBSCRIBER_DELETIONS",
  "USERS",
  "PRICES",
  "SUSPENSIONS",
  "RESUMPTIONS",
  "TERMINATIONS",
] as const;
export type BulkKind = (typeof bulkKinds)[number];

/** UPLOADED: nobody has said yet which column is what. REHEARSED: it is known what would come of it. */
export const bulkStates = ["UPLOADED", "REHEARSING", "REHEARSED", "RUNNING", "PAUSED", "CANCELLED", "DONE"] as const;
export type BulkState = (typeof bulkStates)[number];

/** UNCHANGED: it was done before, by this file or another. */
export const bulkRowStates = [
  "STAGED",
  "READY",
  "REFUSED",
  "UNCHANGED",
  "RUNNING",
  "DONE",
  "FAILED",
  "CANCELLED",
] as const;
export type BulkRowState = (typeof bulkRowStates)[number];

/** What each kind takes besides the right to import: that of doing it once. */
export const bulkPermissions: Readonly<Record<BulkKind, Permission>> = {
  CUSTOMERS: "customer.create",
  INVENTORY: "inventory.add",
  PLANS: "order.place",
  SUBSCRIBERS: "subscriber.edit",
  PACKAGE_CHANGES: "subscriber.edit",
  SUBSCRIBER_DELETIONS: "subscriber.delete",
  USERS: "user.invite",
  PRICES: "catalog.edit",
  SUSPENSIONS: "service.suspend",
  RESUMPTIONS: "service.suspend",
  TERMINATIONS: "service.terminate",
};

export interface BulkColumn {
  readonly key: string;
  readonly isRequired: boolean;
  /** Other names under which a file may have it, in lower case. */
  readonly names: readonly string[];
  /** Money: with a point or a comma. */
  readonly isAmount?: boolean;
}

const required = (key: string, ...names: string[]): BulkColumn => ({ key, isRequired: true, names });
const optional = (key: string, ...names: string[]): BulkColumn => ({ key, isRequired: false, names });

const amount = (key: string, ...names: string[]): BulkColumn => ({ key, isRequired: false, names, isAmount: true });

/** One's own word for a row: two rows that are the same otherwise are told apart by it. */
const reference = optional("reference", "ref", "external id", "referência", "référence", "referenz");

const service = required("service", "service id", "service number", "serviço", "dienst");
const subscriber = required("subscriber", "email", "e-mail", "mail", "subscriber id", "user", "teilnehmer", "abonné");
const note = optional("note", "reason", "comment", "nota", "motivo", "motif", "notiz", "grund");

export const bulkColumns: Readonly<Record<BulkKind, readonly BulkColumn[]>> = {
  CUSTOMERS: [
    required("name", "customer", "customer name", "company", "nome", "nom", "kunde", "firma"),
    optional("kind", "type", "customer kind", "tipo", "art"),
    required("home_country", "country", "país", "pays", "land"),
    optional("email", "e-mail", "mail"),
    optional("phone", "telephone", "tel", "telefone", "téléphone", "telefon"),
    optional("language", "locale", "idioma", "langue", "sprache"),
    optional("tax_number", "vat", "vat number", "tax id", "cnpj", "cpf"),
    optional("street", "line1", "address", "address line 1", "rua", "rue", "straße", "strasse"),
    optional("postal_code", "zip", "postcode", "cep", "code postal", "plz"),
    optional("city", "town", "cidade", "ville", "ort"),
    optional("region", "state", "province", "estado"),
    optional("tags", "labels"),
    reference,
  ],
  INVENTORY: [
    required("template", "template key", "item type", "modelo", "modèle", "vorlage"),
    required("identifier", "iccid", "serial", "serial number", "number", "mac", "identificador", "identifiant"),
    optional("label", "name", "etiqueta", "libellé"),
    optional("location", "place", "local", "lieu", "lager"),
    optional("note", "comment", "nota"),
  ],
  PLANS: [
    required("customer", "customer number", "customer id", "client", "cliente", "kunde"),
    required("plan", "offering", "offer", "plano", "offre", "tarif"),
    optional("purchase_order_number", "po", "po number", "purchase order"),
    optional("auto_renew", "renew", "renewal"),
    reference,
  ],
  SUBSCRIBERS: [
    required("customer", "customer number", "customer id", "client", "cliente", "kunde"),
    required("email", "e-mail", "mail"),
    required("package", "license", "pacote", "pack", "paket"),
    optional("first_name", "first name", "given name", "nome", "prénom", "vorname"),
    optional("last_name", "last name", "surname", "sobrenome", "nom", "nachname"),
    optional("phone", "telephone", "tel", "telefone", "téléphone", "telefon"),
    optional("extension", "ext", "ramal", "poste", "nebenstelle"),
  ],
  PACKAGE_CHANGES: [
    subscriber,
    required("package", "new package", "license", "pacote", "pack", "paket"),
    optional("phone", "telephone", "tel", "telefone", "téléphone", "telefon"),
    optional("extension", "ext", "ramal", "poste", "nebenstelle"),
  ],
  SUBSCRIBER_DELETIONS: [subscriber],
  USERS: [
    required("customer", "customer number", "customer id", "client", "cliente", "kunde"),
    required("email", "e-mail", "mail"),
    optional("name", "full name", "display name", "user", "nome completo", "nom complet", "benutzer"),
    optional("first_name", "first name", "given name", "nome", "prénom", "vorname"),
    optional("last_name", "last name", "surname", "sobrenome", "nom", "nachname"),
    optional("role", "function", "papel", "rôle", "rolle"),
  ],
  PRICES: [
    required("price_list", "list", "lista de preços", "liste de prix", "preisliste"),
    required("offering", "plan", "offer", "oferta", "offre", "angebot", "tarif"),
    amount("setup", "setup fee", "instalação", "mise en service", "einrichtung"),
    amount("recurring", "price", "monthly", "preço", "prix", "preis"),
    amount("one_off", "once", "one off price", "única", "unique", "einmalig"),
    optional("reason", "below cost reason", "motivo", "motif", "grund"),
  ],
  SUSPENSIONS: [service, note],
  RESUMPTIONS: [service, note],
  TERMINATIONS: [service, optional("name", "service name")],
};

/** What is told apart in a header: neither case nor spaces nor strokes. */
export function plainHeader(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ");
}

/**
 * Which header each column has, by its place: as it was last time, else by name. `remembered` is by plain header; a header is
 * given to one column alone.
 */
export function mapColumns(
  kind: BulkKind,
  headers: readonly string[],
  remembered: ReadonlyMap<string, string> = new Map(),
): Record<string, number> {
  const mapping: Record<string, number> = {};
  const plain = headers.map(plainHeader);
  const taken = new Set<number>();
  const give = (key: string, index: number): void => {
    if (index === -1 || taken.has(index) || Object.hasOwn(mapping, key)) return;
    mapping[key] = index;
    taken.add(index);
  };
  for (const { key } of bulkColumns[kind])
    give(
      key,
      plain.findIndex((header) => remembered.get(header) === key),
    );
  for (const { key, names } of bulkColumns[kind]) {
    const known = new Set([plainHeader(key), ...names.map(plainHeader)]);
    give(
      key,
      plain.findIndex((header, index) => known.has(header) && !taken.has(index)),
    );
  }
  return mapping;
}
