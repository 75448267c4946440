export const billing = {
  "noun.reference": "Une référence",
  "noun.reason": "Un motif",
  "noun.taxNumber": "Un numéro fiscal",
  "report.months": "Un mois s’écrit comme 2026-11, et le dernier n’est pas avant le premier.",
  "attention.invoiceFailed":
    "L’émission est retentée chaque heure ; qui gère cette installation en trouve la raison dans son journal.",
  "report.daysTooLong":
    "Les appels sont montrés par jour sur {max} jours au plus. Choisissez moins de mois, ou les heures.",
  "report.tooLong": "Un rapport couvre au plus {max} mois.",
  "billing.amount":
    "Un montant en {currency} est supérieur à zéro, {digits, select, 0 {sans décimales, p. ex. 25} other {avec {digits} décimales au plus, p. ex. 25.00}}.",
  "billing.amountMax": "Au plus {max} {currency} sont saisis à la fois.",
  "billing.reversed": "Cela a déjà été annulé.",
  "billing.notReversible": "Cela ne peut pas être annulé. Saisissez plutôt ce qui est juste.",
  "terms.policyRequired":
    "Qui paie d’avance est soit suspendu quand il ne reste rien, soit servi quand même : dites lequel.",
  "terms.noPolicy": "Seul qui paie d’avance est en mode strict ou permissif.",
  "terms.noLimit": "Qui paie d’avance n’a pas de limite de crédit.",
  "terms.limit": "Une limite de crédit en {currency} est nulle ou plus, sans plus de décimales que la devise n’en a.",
  "terms.day": "Un jour du mois va de 1 à {max}.",
  "terms.lowBalance": "Une alerte est possible sous un seuil de {min} à {max} {currency}.",
  "dunning.warn": "Les acheteurs sont avertis sous un montant en {currency} supérieur à celui où ils sont suspendus.",
  "dunning.suspend": "Les acheteurs en mode strict sont suspendus à zéro en {currency}, ou à plus.",
  "dunning.terminate": "Les services prennent fin sous zéro en {currency}, p. ex. -20.00.",
  "dunning.cardRetryDays":
    "Une carte est réessayée {most} jours au plus, chacun après le précédent, jusqu’à {day} jours après son premier refus, p. ex. 1, 3, 5, 7.",
  "dunning.days": "Les services prennent fin après 1 à {max} jours.",
  "did.perMinute": "Le prix d’une minute est un nombre à partir de 0, p. ex. 0.03.",
  "did.perMinuteMissing": "Des appels facturés à la minute ont besoin d’un prix de la minute.",
  "did.flatMinute": "Des appels qui ne sont pas facturés n’ont pas de prix de la minute.",
  "noun.supplier": "Un fournisseur",
  "did.noNumbers": "{template} : ce ne sont pas des numéros de téléphone.",
  "did.country": "Un pays s’écrit comme dans BR (ISO 3166).",
  "did.quantity": "On enregistre à la fois 1 à {max} numéros consécutifs.",
  "did.range":
    "Le premier numéro est un numéro de téléphone écrit comme chez son opérateur, et ses derniers chiffres laissent la place aux suivants.",
  "did.taken": "{number} existe déjà ; aucun n’a été enregistré.",
  "did.currency": "Un numéro vendu en {currency} se commande par qui est facturé en {currency}.",
  "did.inUse": "{number} se rend quand personne ne l’a plus.",
  "did.offerChanged":
    "Ce que coûte le numéro a changé depuis que vous l’avez vu. Regardez-le encore avant de commander.",
  "did.offerRightBelow":
    "{reseller} n’est pas juste en dessous de vous. Ce qui est plus bas se propose par ceux qui sont entre vous.",
  "did.notOrdered": "{item} n’a pas été commandé au revendeur au-dessus.",
  "did.offerNotFree": "{number} est {state} ; seuls les numéros libres sont proposés.",
  "did.offerTooMany": "Au plus {max, number} numéros peuvent être nommés en un appel.",
  "did.noNumber": "{item} n’est pas un numéro de téléphone.",
  "did.nextBilling": "La prochaine date de facturation est aujourd’hui ou plus tard, dans {months} mois au plus.",
  "did.ended": "{number} a déjà été repris.",
} as const;
