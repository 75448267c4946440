import { creditPolicies, paymentModes, type CreditPolicy, type PaymentMode } from "@tierline/shared/ledger.ts";
import { Field, InputType, Int, registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";
import { DecimalScalar } from "../kernel/scalars.ts";

export const PaymentModeEnum = enumOf<PaymentMode>(paymentModes);
registerEnumType(PaymentModeEnum, {
  name: "PaymentMode",
  description: "How a buyer pays.",
  valuesConfig: {
    PREPAID: { description: "Before: from what is on the account." },
    POSTPAID: { description: "Afterwards: up to the credit limit, or without an end." },
    ALLOWANCE: { description: "Afterwards, with minutes included." },
  },
});

export const CreditPolicyEnum = enumOf<CreditPolicy>(creditPolicies);
registerEnumType(CreditPolicyEnum, {
  name: "CreditPolicy",
  description: "What becomes of who pays before when nothing is left.",
  valuesConfig: {
    STRICT: { description: "They are suspended until they have paid." },
    PERMISSIVE: { description: "They are served on, and owe what they use." },
  },
});

@InputType("AccountTermsInput", { description: "How a buyer pays, and how far below nothing that may go." })
export class AccountTermsInputType {
  @Field(() => PaymentModeEnum, { description: "How they pay." })
  mode: PaymentMode;

  @Field(() => CreditPolicyEnum, { nullable: true, description: "Of who pays before, and of nobody else." })
  policy?: CreditPolicy | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Of who pays afterwards: how much they may owe; without one as much as they like.",
  })
  creditLimit?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "On which day of the month their cycle begins, 1 to 31; 1 without one.",
  })
  cycleDay?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "By which day of the month an invoice is to be paid; without one at once.",
  })
  dueDay?: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Below which balance somebody is written to, 1 to 250; once until the balance has been there again.",
  })
  lowBalance?: string | null;

  @Field(() => String, { nullable: true, description: "Who is written to then." })
  lowBalanceEmail?: string | null;
}
