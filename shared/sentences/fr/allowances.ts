export const allowances = {
  "allowance.minutes": "Un forfait de minutes compte de 1 à {max} minutes.",
  "allowance.rollover": "De 0 à {max} minutes sont reportées.",
  "allowance.fee":
    "Une redevance en {currency} va de 0 à {max}, {digits, select, 0 {sans décimales} other {avec {digits} décimales au plus}}.",
  "allowance.tooManyPrefixes": "Un forfait de minutes compte au plus {max} préfixes.",
  "allowance.taken": "Un autre forfait de minutes s’appelle {name}.",
  "allowance.tooMany": "Un revendeur a au plus {max} forfaits de minutes.",
  "allowance.cycleDay": "Un cycle commence un jour de 1 à 31.",
  "allowance.cycleStays": "Le cycle garde son jour tant qu’il y a des forfaits de minutes. Retirez-les d’abord.",
  "allowance.tooManySlots": "Un client a au plus {max} forfaits de minutes.",
  "allowance.slotTwice": "Il y en a un autre pour les mêmes appels.",
  "allowance.notFromLocal":
    "Seules les communications interurbaines puisent dans les minutes locales, et n’en ont alors pas à elles.",
  "allowance.localRequired": "Il n’y a pas de minutes locales du même genre où puiser.",
  "allowance.required": "Choisissez un forfait de minutes.",
  "allowance.unknown": "Ce forfait de minutes n’existe pas.",
  "allowance.hasPrefixes": "Ce forfait nomme lui-même ses numéros. Ajoutez-le à ceux pour certains numéros.",
  "allowance.notOffered": "Ce forfait de minutes n’est plus proposé.",
} as const;
