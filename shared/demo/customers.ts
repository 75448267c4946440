import { addDays, dateInZone } from "../billing-period.ts";
import { withCnpjCheck, withCpfCheck } from "../tax-number.ts";
import { childPath } from "../tier-path.ts";
import { demoAddress, demoPhone } from "./addresses.ts";
import { customerRows, type CustomerRow, type DemoCountry } from "./customer-rows.ts";
import type { DemoAddress, DemoContact, DemoCustomer, DemoPaymentMethod, DemoSite } from "./model.ts";
import { demoId, seededRandom, seedOf } from "./random.ts";
import { type ResellerKey, resellerId, resellerPath } from "./resellers.ts";

const languages: Record<DemoCountry, string> = { GB: "en", FR: "fr", DE: "de", BR: "pt-BR" };
const contactNames: Record<DemoCountry, readonly string[]> = {
  GB: ["Maya Turner", "Leo Whitfield", "Ffion Rees"],
  FR: ["Noémie Carré", "Gaël Lacroix"],
  DE: ["Jörg Händler", "Ute Königs"],
  BR: ["Cauã Peçanha", "Lígia Falcão"],
};
const cards = ["Visa", "Mastercard"] as const;
const dayMs = 86_400_000;

export function demoCustomers(now: Date): DemoCustomer[] {
  return customerRows.map((row, index) => customerOf(row, index, now));
}

export function customerId(number: number, reseller: ResellerKey = "acme"): string {
  return demoId(`customer:${reseller}`, number);
}

export function customerPath(number: number, reseller: ResellerKey = "acme"): string {
  return childPath(resellerPath(reseller), `c${number}`);
}

function customerOf(row: CustomerRow, index: number, now: Date): DemoCustomer {
  const { reseller, number, name, kind, country, more = {} } = row;
  const billingAddress = demoAddress(country, index);
  return {
    id: customerId(number, reseller),
    resellerId: resellerId(reseller),
    path: customerPath(number, reseller),
    number,
    kind,
    name,
    email: more.email ?? emailOf(row),
    phone: more.phone ?? demoPhone(country, kind, index),
    state: more.state ?? "ACTIVE",
    suspensionReasons: more.state === "SUSPENDED" ? ["MANUAL"] : [],
    homeCountry: country,
    language: languages[country],
    tags: more.tags ?? [],
    attributes: kind === "BUSINESS" ? [{ key: "branch", value: number % 2 === 0 ? "Retail" : "Services" }] : [],
    taxNumber: country === "BR" ? brazilianNumber(row, index) : null,
    billingAddress,
    createdVia: index % 5 === 4 ? "API" : "CONSOLE",
    createdAt: new Date(now.getTime() - createdDaysAgo(index) * dayMs - index * 607_000),
    contacts: kind === "BUSINESS" ? contactsOf(row, index) : [],
    sites: sitesOf(row, billingAddress),
    paymentMethods: more.hasNoPaymentMethod === true ? [] : [paymentMethodOf(row, now)],
  };
}

/** With the right check digits; every other business has one of the newer numbers with letters. */
function brazilianNumber({ kind }: CustomerRow, index: number): string {
  const serial = String(100_000_000 + 7_919 * index);
  if (kind === "INDIVIDUAL") return withCpfCheck(serial);
  return withCnpjCheck(index % 2 === 0 ? `${serial.slice(1)}0001` : `${serial.slice(1, 6)}ABC0001`);
}

/** Most are old customers; every seventh came within the last two weeks. */
function createdDaysAgo(index: number): number {
  return index % 7 === 6 ? 1 + (index % 12) : 40 + 2 * index;
}

/** `Zoë Wright` → `zoe.wright@example.com`; a company is written to at its own domain. */
function emailOf({ name, kind }: CustomerRow): string {
  const words = plainWords(name);
  return kind === "INDIVIDUAL" ? `${words.join(".")}@example.com` : `hello@${words.join("-")}.example`;
}

function plainWords(name: string): string[] {
  const withoutLigatures = name.toLowerCase().replaceAll("ß", "ss").replaceAll("œ", "oe").replaceAll("ı", "i");
  return (
    withoutLigatures
      .normalize("NFD")
      .replaceAll(/[\u0300-\u036f']/g, "")
      .match(/[a-z]+/g) ?? []
  );
}

function contactsOf({ reseller, number, country }: CustomerRow, index: number): DemoContact[] {
  const contact = (key: string, name: string, role: "BILLING" | "TECHNICAL", email: string) => ({
    id: demoId(`contact:${reseller}:${number}:${key}`),
    name,
    roles: [role],
    email,
    phone: demoPhone(country, "BUSINESS", index + (role === "BILLING" ? 30 : 31)),
  });
  if (number === 789) {
    return [
      contact("billing", "Jane Doe", "BILLING", "jane@acme.com"),
      contact("technical", "Bob Smith", "TECHNICAL", "bob@acme.com"),
    ];
  }
  const names = contactNames[country];
  const name = names[index % names.length] ?? "Robin Example";
  return [contact("billing", name, "BILLING", `${plainWords(name).join(".")}@example.org`)];
}

function sitesOf({ reseller, number, kind }: CustomerRow, address: DemoAddress): DemoSite[] {
  const site = (name: string, at: DemoAddress) => ({
    id: demoId(`site:${reseller}:${number}:${name}`),
    name,
    address: at,
  });
  if (number === 789) {
    return [
      site("London Office", { ...address, line1: "123 Main St", city: "London", postalCode: "EC1A 1BB" }),
      site("Leeds Depot", { ...address, line1: "8 Canal Road", city: "Leeds", postalCode: "LS12 2DS" }),
    ];
  }
  if (number === 414)
    return [site("Home", address), site("Cottage", { ...address, line1: "Rose Cottage", city: "Whitby" })];
  return [site(kind === "BUSINESS" ? "Main office" : "Home", address)];
}

function paymentMethodOf({ reseller, number, kind }: CustomerRow, now: Date): DemoPaymentMethod {
  const random = seededRandom(seedOf(`payment:${reseller}:${number}`));
  const isCard = kind === "INDIVIDUAL" || random() < 0.3;
  const brand = number === 123 ? "Visa" : (cards[Math.floor(random() * cards.length)] ?? "Visa");
  const today = dateInZone(now, "Europe/London");
  return {
    id: demoId(`payment:${reseller}:${number}`),
    kind: isCard ? "CARD" : "DIRECT_DEBIT",
    brand: isCard ? brand : "Bank account",
    lastFour: number === 123 ? "4242" : String(1000 + Math.floor(random() * 9000)),
    expiresOn: isCard ? addDays(today, 200 + Math.floor(random() * 900)) : null,
    isDefault: true,
  };
}
