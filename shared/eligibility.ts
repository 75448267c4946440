import { mayOrder, type CustomerState } from "./customer-state.ts";
import type { CustomerKind, OfferingKind, ServiceType } from "./kinds.ts";
import type { ServiceState } from "./service-state.ts";
import { say, type Sentence } from "./sentence.ts";

export const eligibilityReasonCodes = [
  "DISABLED",
  "SEGMENT",
  "COUNTRY",
  "NO_COMPATIBLE_SERVICE",
  "OUT_OF_STOCK",
  "CUSTOMER_STATE",
  "SERVICE_STATE",
  "PLAYBOOK_MISSING",
] as const;
export type EligibilityReasonCode = (typeof eligibilityReasonCodes)[number];

export interface EligibilityReason {
  readonly code: EligibilityReasonCode;
  /** One sentence for people. */
  readonly message: Sentence;
}

export interface OfferingTerms {
  readonly kind: OfferingKind;
  readonly serviceType: ServiceType;
  readonly segments: readonly CustomerKind[];
  readonly isEnabled: boolean;
  /** Empty means all. */
  readonly countries: readonly string[];
}

export interface RequirementStock {
  /** What people call it, e.g. SIM Card. */
  readonly label: string;
  readonly isRequired: boolean;
  /** How many the viewer can pick, their own reservations included. */
  readonly available: number;
}

/** What is known when the question is asked. What is null is not asked about. */
export interface EligibilityFacts {
  readonly hasPlaybook: boolean;
  /** Null for a viewer who may not see the stock. */
  readonly stock: readonly RequirementStock[] | null;
  readonly customer: {
    readonly kind: CustomerKind;
    readonly homeCountry: string;
    readonly state: CustomerState;
  } | null;
  /** For an add-on: how many services of the customer it could be added to. */
  readonly compatibleServices: number | null;
  /** For an add-on: the service that was chosen. */
  readonly service: { readonly serviceType: ServiceType; readonly state: ServiceState } | null;
}

/** Nothing known of the customer: what is wrong with the offering itself. */
export const noFacts: EligibilityFacts = {
  hasPlaybook: true,
  stock: null,
  customer: null,
  compatibleServices: null,
  service: null,
};

/** Every reason why the offering cannot be assigned, in words; none means that it can (O9). */
export function eligibilityOf(offering: OfferingTerms, facts: EligibilityFacts): EligibilityReason[] {
  return [
    ...offeringReasons(offering, facts),
    ...customerReasons(offering, facts),
    ...serviceReasons(offering, facts),
    ...stockReasons(facts),
  ];
}

function offeringReasons({ isEnabled }: OfferingTerms, { hasPlaybook }: EligibilityFacts): EligibilityReason[] {
  const reasons: EligibilityReason[] = [];
  if (!isEnabled) reasons.push({ code: "DISABLED", message: say("offering.disabled") });
  if (!hasPlaybook) reasons.push({ code: "PLAYBOOK_MISSING", message: say("offering.playbookMissing") });
  return reasons;
}

function customerReasons(offering: OfferingTerms, { customer }: EligibilityFacts): EligibilityReason[] {
  if (customer === null) return [];
  const reasons: EligibilityReason[] = [];
  if (!offering.segments.includes(customer.kind)) reasons.push({ code: "SEGMENT", message: segmentMessage(offering) });
  if (!isSoldIn(offering, customer.homeCountry)) {
    reasons.push({ code: "COUNTRY", message: say("offering.country", { country: customer.homeCountry }) });
  }
  if (!mayOrder(customer.state)) {
    reasons.push({
      code: "CUSTOMER_STATE",
      message: say("offering.customerState"),
    });
  }
  return reasons;
}

export function isSoldIn({ countries }: Pick<OfferingTerms, "countries">, country: string): boolean {
  return countries.length === 0 || countries.includes(country);
}

function segmentMessage({ segments }: OfferingTerms): Sentence {
  if (segments.length === 0) return say("offering.forNobody");
  return segments.includes("BUSINESS") ? say("offering.forBusiness") : say("offering.forIndividuals");
}

function serviceReasons({ kind, serviceType }: OfferingTerms, facts: EligibilityFacts): EligibilityReason[] {
  if (kind !== "ADDON") return [];
  const { service, compatibleServices } = facts;
  if (service !== null && service.serviceType !== serviceType) {
    return [{ code: "NO_COMPATIBLE_SERVICE", message: say("offering.serviceTypeOther", { type: serviceType }) }];
  }
  if (service !== null && service.state !== "ACTIVE") {
    return [{ code: "SERVICE_STATE", message: say("offering.serviceState") }];
  }
  if (service === null && compatibleServices === 0) {
    return [
      {
        code: "NO_COMPATIBLE_SERVICE",
        message: say("offering.noService", { type: serviceType }),
      },
    ];
  }
  return [];
}

function stockReasons({ stock }: EligibilityFacts): EligibilityReason[] {
  const missing = (stock ?? []).filter((each) => each.isRequired && each.available === 0);
  return missing.map(({ label }) => ({ code: "OUT_OF_STOCK", message: say("offering.outOfStock", { item: label }) }));
}
