import type { CustomerKind, EligibilityReasonCode, OfferingKind, ServiceType } from "../../api/generated/schema.ts";
import type { CatalogState } from "./catalog-state.ts";

interface Found {
  /** Offerings of any service type. */
  readonly nodes: readonly { readonly serviceType: ServiceType }[];
  readonly hidden: readonly { readonly reason: EligibilityReasonCode; readonly count: number }[];
  readonly kindCounts: readonly { readonly kind: OfferingKind; readonly count: number }[];
}

interface Asked {
  readonly state: CatalogState;
  readonly segment: CustomerKind;
  readonly hasCustomer: boolean;
  readonly canEdit: boolean;
}

export type HiddenWord = Exclude<EligibilityReasonCode, "SEGMENT"> | "BUSINESS_ONLY" | "INDIVIDUAL_ONLY" | "OTHER_TYPE";

export interface WhyEmpty {
  /** Which filter took how many away (O42). */
  readonly hidden: readonly { readonly word: HiddenWord; readonly count: number }[];
  /** The one click that brings the most back; null when there is nothing to bring. */
  readonly reset: { readonly word: ResetWord; readonly change: Partial<CatalogState> } | null;
}

export type ResetWord = "type" | "BUSINESS" | "INDIVIDUAL" | "customer" | "disabled" | "PLAN" | "ADDON";

export function whyEmpty(found: Found, { state, segment, hasCustomer, canEdit }: Asked): WhyEmpty {
  const other = segment === "INDIVIDUAL" ? "BUSINESS" : "INDIVIDUAL";
  const ofType = found.nodes.length;
  const hidden: { word: HiddenWord; count: number }[] = found.hidden.map(({ reason, count }) => ({
    word: reason === "SEGMENT" ? `${other}_ONLY` : reason,
    count,
  }));
  if (ofType > 0) hidden.unshift({ word: "OTHER_TYPE", count: ofType });
  const isHidden = (reason: EligibilityReasonCode): boolean => found.hidden.some((each) => each.reason === reason);
  const otherKind = state.kind === "PLAN" ? "ADDON" : "PLAN";
  const hasOtherKind = found.kindCounts.some(({ kind, count }) => kind === otherKind && count > 0);
  const reset = ((): WhyEmpty["reset"] => {
    if (ofType > 0) return { word: "type", change: { type: "" } };
    if (hasCustomer && hidden.length > 0) return { word: "customer", change: { customer: "", type: "" } };
    if (isHidden("SEGMENT")) return { word: other, change: { segment: other, type: "" } };
    if (isHidden("DISABLED") && canEdit) return { word: "disabled", change: { disabled: "yes" } };
    return hasOtherKind ? { word: otherKind, change: { kind: otherKind, type: "" } } : null;
  })();
  return { hidden, reset };
}
