import type { Role } from "../permission.ts";
import { customerId, customerPath } from "./customers.ts";
import type { DemoUser } from "./model.ts";
import { demoId } from "./random.ts";
import { type ResellerKey, resellerId, resellerPath } from "./resellers.ts";

/** Of every user of the demo world. It exists only in a database that `start` has just created. */
export const demoPassword = "demo-tierline";

interface Row {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly reseller: ResellerKey;
  readonly customer?: number;
}

const rows: readonly Row[] = [
  { email: "owner@acme.test", name: "Olivia Grant", role: "RESELLER_OWNER", reseller: "acme" },
  { email: "agent@acme.test", name: "Amy Walker", role: "AGENT", reseller: "acme" },
  { email: "owner@beta.test", name: "Bernd Vogel", role: "RESELLER_OWNER", reseller: "beta" },
  { email: "ops@tierline.test", name: "Sam Okafor", role: "OPERATOR", reseller: "tierline" },
  { email: "jane@johnson.test", name: "Jane Doe", role: "CUSTOMER_USER", reseller: "acme", customer: 789 },
  { email: "john@smith.test", name: "John Smith", role: "CUSTOMER_USER", reseller: "acme", customer: 123 },
  { email: "agent2@acme.test", name: "Ben Carter", role: "AGENT", reseller: "acme" },
  { email: "owner@nord.test", name: "Nora Lind", role: "RESELLER_OWNER", reseller: "nord" },
  { email: "owner@north.test", name: "Fiona Blair", role: "RESELLER_OWNER", reseller: "acme-north" },
  { email: "agent@beta.test", name: "Lena Sommer", role: "AGENT", reseller: "beta" },
];

/** The users that `start` prints, first those of the design's list. */
export function demoUsers(now: Date): DemoUser[] {
  return rows.map(({ email, name, role, reseller, customer }) => ({
    id: userId(email),
    resellerId: resellerId(reseller),
    customerId: customer === undefined ? null : customerId(customer, reseller),
    path: customer === undefined ? resellerPath(reseller) : customerPath(customer, reseller),
    email,
    name,
    role,
    createdAt: new Date(now.getTime() - 175 * 86_400_000),
  }));
}

export function userId(email: string): string {
  return demoId(`user:${email}`);
}
