import { suspensionPolicies, type SuspensionPolicy } from "@tierline/shared/charge.ts";
import {
  customFieldKinds,
  offeringKinds,
  priceKinds,
  serviceTypes,
  type CustomFieldKind,
  type OfferingKind,
  type PriceKind,
  type ServiceType,
} from "@tierline/shared/kinds.ts";
import { registerEnumType } from "type-graphql";
import { eligibilityReasonCodes, type EligibilityReasonCode } from "@tierline/shared/eligibility.ts";
import { enumOf } from "../kernel/enum-of.ts";

export const OfferingKindEnum = enumOf<OfferingKind>(offeringKinds);
registerEnumType(OfferingKindEnum, {
  name: "OfferingKind",
  description: "Whether an offering stands alone.",
  valuesConfig: {
    PLAN: { description: "Makes a new service." },
    ADDON: { description: "Changes a service that the customer has." },
  },
});

export const ServiceTypeEnum = enumOf<ServiceType>(serviceTypes);
registerEnumType(ServiceTypeEnum, {
  name: "ServiceType",
  description: "What kind of service it is.",
  valuesConfig: {
    MOBILE: { description: "A mobile line: SIM card and number." },
    INTERNET: { description: "Access to the internet." },
    IPTV: { description: "Television over the internet." },
    VOIP: { description: "Voice over the internet." },
    COLLABORATION: { description: "What people at a business work together with: messages, meetings and calls." },
  },
});

export const PriceKindEnum = enumOf<PriceKind>(priceKinds);
registerEnumType(PriceKindEnum, {
  name: "PriceKind",
  description: "When a price is due.",
  valuesConfig: {
    SETUP: { description: "Once, with the first period." },
    RECURRING: { description: "For each billing period, in advance." },
    ONE_OFF: { description: "Once, for something that does not recur." },
  },
});

export const SuspensionPolicyEnum = enumOf<SuspensionPolicy>(suspensionPolicies);
registerEnumType(SuspensionPolicyEnum, {
  name: "SuspensionPolicy",
  description: "What becomes of the periods in which what was sold is suspended.",
  valuesConfig: {
    STOP_BILLING: { description: "They are never charged; what is active again is charged from that day on." },
    BILL_WHILE_SUSPENDED: { description: "They are charged like any other." },
  },
});

export const CustomFieldKindEnum = enumOf<CustomFieldKind>(customFieldKinds);
registerEnumType(CustomFieldKindEnum, {
  name: "CustomFieldKind",
  description: "What an offering's own field takes.",
  valuesConfig: {
    TEXT: { description: "Any text." },
    NUMBER: { description: "A decimal number." },
    DATE: { description: "A calendar day, YYYY-MM-DD." },
    CHOICE: { description: "One of the choices." },
  },
});

export const EligibilityReasonCodeEnum = enumOf<EligibilityReasonCode>(eligibilityReasonCodes);
registerEnumType(EligibilityReasonCodeEnum, {
  name: "EligibilityReasonCode",
  description: "Why an offering is hidden or cannot be assigned.",
  valuesConfig: {
    DISABLED: { description: "It is not sold at present." },
    SEGMENT: { description: "It is for another kind of customer." },
    COUNTRY: { description: "It is not sold in the customer's country." },
    NO_COMPATIBLE_SERVICE: { description: "The customer has no service that the add-on fits." },
    OUT_OF_STOCK: { description: "Nothing is left of what it requires." },
    CUSTOMER_STATE: { description: "The customer is not active." },
    SERVICE_STATE: { description: "The service is not active." },
    PLAYBOOK_MISSING: { description: "Its playbook is missing." },
  },
});
