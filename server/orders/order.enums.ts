import { orderStates, type OrderState } from "@tierline/shared/order-state.ts";
import { registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";
import { quoteCheckCodes, quoteCheckStates, type QuoteCheckCode, type QuoteCheckState } from "./check.ts";

export const OrderStateEnum = enumOf<OrderState>(orderStates);
registerEnumType(OrderStateEnum, {
  name: "OrderState",
  description: "Where an order stands, in the words of TMF622.",
  valuesConfig: {
    DRAFT: { description: "Not placed yet." },
    ACKNOWLEDGED: { description: "Placed, and not begun yet." },
    IN_PROGRESS: { description: "Being provisioned." },
    COMPLETED: { description: "Provisioned." },
    FAILED: { description: "Its run has failed; a retry takes it up again." },
    CANCELLED: { description: "Cancelled, or undone." },
  },
});

export const QuoteCheckCodeEnum = enumOf<QuoteCheckCode>(quoteCheckCodes);
registerEnumType(QuoteCheckCodeEnum, {
  name: "QuoteCheckCode",
  description: "What is checked before an order can be placed.",
  valuesConfig: {
    ACCOUNT: { description: "May it spend, and all who sell to it?" },
    CUSTOMER: { description: "Is it the right customer, and an active one?" },
    PAYMENT_METHOD: { description: "Can be charged what is to be charged?" },
    ELIGIBILITY: { description: "Is the offering for this customer?" },
    INVENTORY: { description: "Is everything picked that it needs from stock?" },
    PRICE: { description: "Does it have a price, and which?" },
    CUSTOM_FIELDS: { description: "Are the offering's own fields and those of a business filled in?" },
    SITE: { description: "Is it known where it will be used?" },
    INSTALLATION: { description: "Is the day of the installation agreed upon?" },
    SERVICE: { description: "For an add-on: which service is it added to?" },
    PLAYBOOK: { description: "Can it be provisioned?" },
  },
});

export const QuoteCheckStateEnum = enumOf<QuoteCheckState>(quoteCheckStates);
registerEnumType(QuoteCheckStateEnum, {
  name: "QuoteCheckState",
  description: "What a check came to.",
  valuesConfig: {
    OK: { description: "Nothing speaks against it." },
    WARNING: { description: "Worth knowing; the order can be placed." },
    BLOCKING: { description: "The order would be refused." },
  },
});
