export const billing = {
  "noun.reference": "Une référence",
  "noun.reason": "Un motif",
  "billing.amount":
    "Un montant en {currency} est supérieur à zéro, {digits, select, 0 {sans décimales, p. ex. 25} other {avec {digits} décimales au plus, p. ex. 25.00}}.",
  "billing.amountMax": "Au plus {max} {currency} sont saisis à la fois.",
  "billing.reversed": "Cela a déjà été annulé.",
  "billing.notReversible": "Cela ne peut pas être annulé. Saisissez plutôt ce qui est juste.",
} as const;
