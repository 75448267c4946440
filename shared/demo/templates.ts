import type { DemoTemplate } from "./model.ts";
import { demoId } from "./random.ts";
import { resellerId, resellerPath, type ResellerKey } from "./resellers.ts";

const rows = [
  { owner: "acme", key: "sim-card", label: "SIM Card", kind: "ICCID", policy: "RETIRE", quarantineDays: 0, low: 20 },
  {
    owner: "acme",
    key: "mobile-number",
    label: "Mobile Number",
    kind: "PHONE_NUMBER",
    policy: "QUARANTINE",
    quarantineDays: 30,
    low: 20,
  },
  { owner: "acme", key: "modem-cpe", label: "Modem CPE", kind: "SERIAL", policy: "RESTOCK", quarantineDays: 0, low: 5 },
  { owner: "acme", key: "iptv-box", label: "IPTV Box", kind: "MAC", policy: "RESTOCK", quarantineDays: 0, low: 8 },
  {
    owner: "acme",
    key: "sip-number",
    label: "SIP Number",
    kind: "PHONE_NUMBER",
    policy: "QUARANTINE",
    quarantineDays: 30,
    low: 5,
  },
  { owner: "beta", key: "sim-card", label: "SIM-Karte", kind: "ICCID", policy: "RETIRE", quarantineDays: 0, low: 2 },
  {
    owner: "beta",
    key: "mobile-number",
    label: "Rufnummer",
    kind: "PHONE_NUMBER",
    policy: "QUARANTINE",
    quarantineDays: 30,
    low: 2,
  },
] as const;
export type TemplateKey = (typeof rows)[number]["key"];

export function demoTemplates(now: Date): DemoTemplate[] {
  return rows.map(({ owner, key, label, kind, policy, quarantineDays, low }) => ({
    id: templateId(owner, key),
    resellerId: resellerId(owner),
    path: resellerPath(owner),
    key,
    label,
    identifierKind: kind,
    releasePolicy: policy,
    quarantineDays,
    checksLuhn: false,
    lowStockThreshold: low,
    createdAt: new Date(now.getTime() - 180 * 86_400_000),
  }));
}

export function templateId(owner: ResellerKey, key: TemplateKey): string {
  return demoId(`template:${owner}:${key}`);
}
