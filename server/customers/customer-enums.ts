import { customerStates, type CustomerState } from "@tierline/shared/customer-state.ts";
import {
  contactRoles,
  customerKinds,
  paymentMethodKinds,
  type ContactRole,
  type CustomerKind,
  type PaymentMethodKind,
} from "@tierline/shared/kinds.ts";
import { suspensionReasons, type SuspensionReason } from "@tierline/shared/service-state.ts";
import { registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";

export const CustomerKindEnum = enumOf<CustomerKind>(customerKinds);
registerEnumType(CustomerKindEnum, {
  name: "CustomerKind",
  description: "Whether a customer is a person or a business. Never changes.",
  valuesConfig: {
    INDIVIDUAL: { description: "A person." },
    BUSINESS: { description: "A company or another organisation." },
  },
});

export const CustomerStateEnum = enumOf<CustomerState>(customerStates);
registerEnumType(CustomerStateEnum, {
  name: "CustomerState",
  description: "Where a customer stands in its life.",
  valuesConfig: {
    WAITING: { description: "Signed up, not activated yet." },
    ACTIVE: { description: "May be given something new." },
    SUSPENDED: { description: "Stopped for the reasons named; active again when the last is gone." },
    DEACTIVATING: { description: "Is being switched off." },
    DEACTIVATED: { description: "Switched off; can be brought back for 30 days." },
    ARCHIVED: { description: "Ended for good." },
  },
});

export const SuspensionReasonEnum = enumOf<SuspensionReason>(suspensionReasons);
registerEnumType(SuspensionReasonEnum, {
  name: "SuspensionReason",
  description: "Why a customer or service is suspended; several may hold at once.",
  valuesConfig: {
    BALANCE: { description: "Money has run out." },
    COMPLIANCE: { description: "A screening found something." },
    UPSTREAM: { description: "A tier above or a supplier stopped it." },
    MANUAL: { description: "A person stopped it." },
    ACCOUNT_DEACTIVATED: { description: "Its customer was deactivated." },
    NON_RENEWAL: { description: "Its term ended and was not renewed." },
  },
});

export const ContactRoleEnum = enumOf<ContactRole>(contactRoles);
registerEnumType(ContactRoleEnum, {
  name: "ContactRole",
  description: "What a contact is there for.",
  valuesConfig: {
    BILLING: { description: "Invoices and payments." },
    TECHNICAL: { description: "Technical questions." },
    SITE_ADMIN: { description: "Administers a site." },
    MAINTAINER: { description: "Maintains the system for the customer; problems are reported to them." },
    ONSITE_ADMIN: { description: "Administers the system from the site; problems are reported to them." },
    OTHER: { description: "Any other person assigned; problems are reported to them." },
  },
});

export const PaymentMethodKindEnum = enumOf<PaymentMethodKind>(paymentMethodKinds);
registerEnumType(PaymentMethodKindEnum, {
  name: "PaymentMethodKind",
  description: "What sort of payment method it is.",
  valuesConfig: {
    CARD: { description: "Credit or debit card." },
    DIRECT_DEBIT: { description: "Direct debit from a bank account." },
  },
});
