export const customerTemplates = {
  "customerTemplate.unknown": "Ihr Reseller hat keine Onboarding-Vorlage mit dieser Bereitstellungs-ID.",
  "customerTemplate.stale": "Die Vorlage hat sich inzwischen geändert. Laden Sie sie neu, bevor Sie sie ändern.",
  "customerTemplate.nameTaken": "Es gibt schon eine Vorlage {name}.",
  "customerTemplate.tooMany": "Ein Reseller hat höchstens {max} Vorlagen.",
  "customerTemplate.packages": "Eine Vorlage hat höchstens {max} Pakete.",
  "customerTemplate.package": "Der Katalog hat kein Angebot mit diesem Schlüssel.",
  "customerTemplate.inUse":
    "{customers, plural, one {# Kunde wurde} other {# Kunden wurden}} mit {name} angelegt; womit sie angelegt wurden, bleibt.",
};
