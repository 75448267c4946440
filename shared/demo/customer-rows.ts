import type { CustomerState } from "../customer-state.ts";
import type { CustomerKind } from "../kinds.ts";
import type { ResellerKey } from "./resellers.ts";

export const demoCountries = ["GB", "FR", "DE", "BR"] as const;
export type DemoCountry = (typeof demoCountries)[number];

export interface CustomerRow {
  readonly reseller: ResellerKey;
  readonly number: number;
  readonly name: string;
  readonly kind: CustomerKind;
  readonly country: DemoCountry;
  readonly more?: {
    readonly email?: string;
    readonly phone?: string;
    readonly state?: CustomerState;
    readonly hasNoPaymentMethod?: boolean;
    readonly tags?: readonly string[];
  };
}

const person = (number: number, name: string, country: DemoCountry, more?: CustomerRow["more"]) =>
  row("acme", number, name, "INDIVIDUAL", country, more);
const company = (number: number, name: string, country: DemoCountry, more?: CustomerRow["more"]) =>
  row("acme", number, name, "BUSINESS", country, more);

/** Fixture F's customers, and others around them. No other name may sound like John, and no other phone begin or end with 123 or 456. */
export const customerRows: readonly CustomerRow[] = [
  person(123, "John Smith", "GB", { email: "john.smith@example.com", phone: "+1234567890" }),
  person(456, "John Doe", "GB", { email: "john.doe@example.com", hasNoPaymentMethod: true }),
  company(789, "Johnson Enterprises", "GB", { email: "office@johnson.test", tags: ["key account"] }),
  person(318, "Zoë Wright", "GB"),
  person(322, "Siân Llewellyn", "GB"),
  person(327, "Rhys Morgan", "GB"),
  person(331, "Chloë Adeyemi", "GB"),
  person(335, "Aoife Kelly", "GB"),
  company(341, "Doe & Sons", "GB"),
  person(344, "Priya Shah", "GB"),
  person(347, "Callum Fraser", "GB"),
  person(350, "Beatrix Bounce", "GB", { email: "beatrix@bounce.test", tags: ["mail bounces"] }),
  person(353, "Kwame Mensah", "GB"),
  person(356, "Harriet Lowe", "GB", { hasNoPaymentMethod: true }),
  company(359, "Brontë Books", "GB"),
  company(362, "Café Nérina", "GB"),
  person(365, "Claire Fontaine", "FR"),
  person(367, "Hélène Lefèvre", "FR"),
  person(369, "François Béranger", "FR"),
  company(371, "Boulangerie Gâteau d'Or", "FR"),
  person(373, "Anaïs Moreau", "FR"),
  person(374, "Benoît Garçon", "FR", { hasNoPaymentMethod: true }),
  company(376, "Librairie L'Œuvre", "FR"),
  company(377, "Müller Dentaltechnik", "DE"),
  person(379, "Jürgen Weiß", "DE"),
  person(381, "Käthe Schröder", "DE"),
  person(383, "Günther Böhm", "DE"),
  company(385, "Bäckerei Löwenzahn", "DE"),
  person(386, "Björn Krüger", "DE"),
  person(388, "Élodie Marchand", "FR"),
  person(390, "Sören Jäger", "DE"),
  person(392, "Anneliese Größ", "DE"),
  company(394, "Fahrradladen Grüner Weg", "DE"),
  person(396, "Inês Gonçalves", "BR"),
  company(398, "Padaria São Bento", "BR"),
  person(400, "Conceição Araújo", "BR"),
  person(402, "Tatiana Magalhães", "BR"),
  person(404, "Antônio Simões", "BR"),
  company(406, "Oficina Irmãos Brandão", "BR"),
  person(408, "Luís Assunção", "BR"),
  person(410, "Patrícia Leão", "BR", { hasNoPaymentMethod: true }),
  company(412, "Kestrel Bakery", "GB"),
  person(414, "Imogen Clarke", "GB"),
  person(416, "Tomasz Wójcik", "GB"),
  person(418, "Noor Hussain", "GB"),
  company(420, "Fern & Fjord", "GB"),
  person(422, "Dafydd Pryce", "GB"),
  person(424, "Gwen Ashworth", "GB", { state: "WAITING", hasNoPaymentMethod: true }),
  person(426, "Otto Lindqvist", "GB", { state: "SUSPENDED" }),
  company(428, "Harbour Dental", "GB"),
  person(430, "Mireille Dupré", "FR"),
  person(432, "Renée Vasseur", "FR", { state: "DEACTIVATED" }),
  row("acme-north", 101, "Ewan Sinclair", "INDIVIDUAL", "GB"),
  row("acme-north", 102, "Isla MacRae", "INDIVIDUAL", "GB"),
  row("acme-north", 103, "Peak Outfitters", "BUSINESS", "GB"),
  row("acme-north", 104, "Niamh Gallagher", "INDIVIDUAL", "GB"),
  row("beta", 900, "Johnny Beta", "INDIVIDUAL", "DE"),
  row("beta", 901, "Ümit Yıldız", "INDIVIDUAL", "DE"),
  row("beta", 902, "Tanja Köhler", "INDIVIDUAL", "DE"),
  row("beta", 903, "Café Größenwahn", "BUSINESS", "DE"),
];

function row(
  reseller: ResellerKey,
  number: number,
  name: string,
  kind: CustomerKind,
  country: DemoCountry,
  more?: CustomerRow["more"],
): CustomerRow {
  return { reseller, number, name, kind, country, ...(more && { more }) };
}
