export const customers = {
  "customer.sites": "Ein Kunde hat höchstens {max} Standorte.",
  "customer.contacts": "Ein Kunde hat höchstens {max} Kontakte.",
  "customer.archived": "Ein archivierter Kunde bleibt, wie er ist.",
  "customer.stale":
    "Jemand hat diesen Kunden inzwischen geändert. Laden Sie ihn neu und wiederholen Sie Ihre Änderung.",
  "customer.countryRequired": "Ein Land ist erforderlich.",
  "customer.country": "Das ist kein Land nach ISO 3166-1; geben Sie die zwei Buchstaben an, etwa DE.",
  "customer.languageRequired": "Eine Sprache ist erforderlich.",
  "customer.language": "Das ist keine Sprache; geben Sie den Code an, etwa de oder pt-BR.",
  "customer.percent": "Ein Name enthält kein %.",
  "customer.postalCode": "Das ist keine Postleitzahl dieses Landes; eine solche sieht aus wie {example}.",
  "customer.homeCountryOther":
    "Das Heimatland ist das der Rechnungsadresse: Lassen Sie es weg oder geben Sie dasselbe an.",
  "customer.homeCountryStays":
    "Das Heimatland bleibt, was es war. Um es zu ändern, ziehen Sie den Kunden in ein anderes Land um.",
  "customer.taxNumberRequired": "Ein Kunde in diesem Land hat eine Steuernummer ({label}).",
  "customer.taxNumber":
    "Das ist keine gültige Steuernummer ({label}); eine solche sieht aus wie {example}, und ihre letzten Ziffern ergeben sich aus den anderen.",
  "customer.taxNumberNone": "Kunden dieser Art haben in ihrem Land keine Steuernummer.",
  "contact.roles": "Ein Kontakt hat mindestens eine Rolle.",
  "contact.email": "Störungen werden diesem Kontakt per E-Mail gemeldet: Eine Adresse ist erforderlich.",
  "contact.twice": "{email} ist bei diesem Kunden schon Kontakt mit einer dieser Rollen.",
  "contact.lastRequired":
    "Das ist {role, select, MAINTAINER {der letzte Betreuer} other {der letzte Administrator vor Ort}} des Kunden. Fügen Sie zuerst einen anderen hinzu.",
  "customer.waiting": "Die Kontakte können geändert werden, sobald der Reseller des Kunden ihn aktiviert hat.",
  "customer.tags": "Ein Kunde hat höchstens {max} Tags.",
  "customer.tagTwice": "Dieses Tag gibt es zweimal.",
  "customer.attributes": "Ein Kunde hat höchstens {max} Attribute.",
  "customer.attributeTwice": "Dieses Attribut gibt es zweimal.",
  "customer.resellerState":
    "{reseller} ist {state, select, PENDING {noch nicht aktiviert} SUSPENDED {gesperrt} CLOSED {geschlossen} other {nicht aktiv}} und kann keine neuen Kunden aufnehmen.",
  "customer.linesRange": "Anschlüsse sind eine Zahl von 0 bis {max, number} oder bleiben offen.",
  "customer.delegated":
    "Sie können den Personen eines Kunden „{permission}“ nicht erlauben: Sie haben es selbst nicht, oder es ist nicht für Kunden.",
  "customer.move":
    "{customer} ist {state, select, WAITING {noch nicht aktiviert} ACTIVE {aktiv} SUSPENDED {gesperrt} other {nicht aktiv}}, daher geht das nicht.",
  "task.customerNotActive": "Der Kunde ist nicht aktiv, daher wird für ihn nichts bereitgestellt.",
  "subject.part": "{part} von {customer}",
  "customer.domains": "Ein Kunde hat höchstens {max} E-Mail-Domains.",
  "customer.domain": "Das ist keine Domain wie acme.com.",
  "customer.domainTaken": "{domain} ist hier schon die Domain eines anderen Kunden.",
  "customer.dependents":
    "{customer} hat noch {services, plural, =0 {keinen Dienst} one {# Dienst} other {# Dienste}} und {numbers, plural, =0 {keine Rufnummer} one {# Rufnummer} other {# Rufnummern}}. Beenden Sie diese und geben Sie sie zurück.",
  "customer.balanceLeft":
    "Der Kontostand von {customer} ist {amount}. Er muss zuerst bezahlt, ausgezahlt oder abgeschrieben werden.",
  "customer.externalId": "Ein anderer Kunde wurde als {id} angelegt, mit anderen Angaben.",
};
