export const billing = {
  "noun.reference": "A reference",
  "noun.reason": "A reason",
  "billing.amount":
    "An amount in {currency} is more than nothing, {digits, select, 0 {without decimals, e.g. 25} other {with {digits} decimals at most, e.g. 25.00}}.",
  "billing.amountMax": "At most {max} {currency} is entered at once.",
  "billing.reversed": "It was taken back before.",
  "billing.notReversible": "This cannot be taken back. Enter what is right instead.",
} as const;
