export const allowances = {
  "allowance.minutes": "Ein Minutenpaket hat 1 bis {max} Minuten.",
  "allowance.rollover": "Es werden 0 bis {max} Minuten übertragen.",
  "allowance.fee":
    "Eine Gebühr in {currency} liegt zwischen 0 und {max}, {digits, select, 0 {ohne Nachkommastellen} other {mit höchstens {digits} Nachkommastellen}}.",
  "allowance.tooManyPrefixes": "Ein Minutenpaket hat höchstens {max} Vorwahlen.",
  "allowance.taken": "Ein anderes Minutenpaket heißt {name}.",
  "allowance.tooMany": "Ein Reseller hat höchstens {max} Minutenpakete.",
  "allowance.cycleDay": "Ein Zyklus beginnt an einem Tag von 1 bis 31.",
  "allowance.cycleStays": "Der Zyklus behält seinen Tag, solange es Minutenpakete gibt. Entfernen Sie diese zuerst.",
  "allowance.tooManySlots": "Ein Kunde hat höchstens {max} Minutenpakete.",
  "allowance.slotTwice": "Für dieselben Anrufe gibt es schon eines.",
  "allowance.notFromLocal": "Nur Fernanrufe greifen auf Ortsminuten zu und haben dann keine eigenen.",
  "allowance.localRequired": "Es gibt keine Ortsminuten derselben Art, auf die zugegriffen werden könnte.",
  "allowance.required": "Wählen Sie ein Minutenpaket.",
  "allowance.unknown": "Dieses Minutenpaket gibt es nicht.",
  "allowance.hasPrefixes":
    "Dieses Minutenpaket nennt seine Nummern selbst. Fügen Sie es bei denen für bestimmte Nummern hinzu.",
  "allowance.notOffered": "Dieses Minutenpaket wird nicht mehr angeboten.",
};
