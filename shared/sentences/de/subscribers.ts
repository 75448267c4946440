export const subscribers = {
  "package.unknown": "Ein solches Paket oder eine solche Option gibt es hier nicht.",
  "package.twice": "{package} ist zweimal genannt.",
  "package.tooMany": "Ein Kunde hat höchstens {max, number} Pakete und Optionen.",
  "package.limitRange": "Eine Grenze ist eine Zahl von 0 bis {max, number} oder bleibt offen.",
  "package.limit":
    "{package}: {used, number} von {limit, number} sind vergeben. Heben Sie die Grenze an, oder geben Sie erst einen Platz frei.",
  "package.limitBelow":
    "{used, plural, one {# Person hat} other {# Personen haben}} {package}: Die Grenze kann nicht {limit, number} sein.",
  "package.inUse":
    "{users, plural, one {# Person hat} other {# Personen haben}} {package} und {users, plural, one {würde} other {würden}} es verlieren. Bestätigen Sie das, um es wegzunehmen.",
  "package.needs": "{package} gehört zu {needs}, und davon ist nichts da.",
  "package.notForPeople": "{package} gehört dem Kunden im Ganzen und wird niemandem gegeben.",
  "package.comingSoon": "{package} wird noch nicht verkauft.",
  "package.notOfCustomer": "Der Kunde hat {package} nicht. Geben Sie es erst dem Kunden.",
  "package.location": "Ein Paket mit Telefonie braucht einen Standort: Name, Adresse, Zeitzone und Sprache.",
  "package.address":
    "Ein Paket braucht die Postanschrift des Kunden, und es gibt keine. Geben Sie seine Rechnungsadresse ein, dann das Paket.",
  "package.addressParts":
    "Ein Paket braucht die vollständige Postanschrift des Kunden, und ein Teil davon fehlt oder stimmt nicht. Vervollständigen Sie seine Rechnungsadresse, und geben Sie dann das Paket.",
  "package.siteParts":
    "Ein Paket braucht eine vollständige Postanschrift, und ein Teil der von {site}, woher die Anrufe des Kunden kommen, fehlt oder stimmt nicht. Vervollständigen Sie den Standort, und geben Sie dann das Paket.",
  "package.administrator":
    "Wer den Kunden verwaltet, bekommt {package}, das höchste seiner Pakete: Lassen Sie mindestens eines zu.",
  "package.email":
    "Ein Paket braucht jemanden, der den Kunden verwaltet, und es ist keine E-Mail-Adresse bekannt. Geben Sie die E-Mail-Adresse des Kunden ein, dann das Paket.",
  "package.country":
    "In diesem Land ({country}) gibt es keine Pakete: Keine Einwahlregion versorgt es. Wer die Plattform betreibt, kann es einer hinzufügen.",
  "package.noneFailed": "Keines der Pakete des Kunden ist fehlgeschlagen.",
  "subscriber.packageRequired": "Ein Teilnehmer hat ein Paket: Nennen Sie eines.",
  "subscriber.onePackage": "Ein Teilnehmer hat genau ein Paket. Optionen werden daneben zugewiesen.",
  "subscriber.packageTwice": "Nennen Sie das Paket einmal: in package oder in packages.",
  "subscriber.reach": "Ein Paket mit Telefonie braucht eine Telefonnummer oder eine Nebenstelle.",
  "subscriber.phone": "Das ist keine Telefonnummer; eine sieht aus wie +44 20 7946 0018.",
  "subscriber.extension": "Eine Nebenstelle hat eine bis zehn Ziffern.",
  "subscriber.taken": "{email} ist schon Teilnehmer dieses Kunden.",
  "subscriber.external": "{email} gehört zu einer anderen Organisation und kann hier kein Paket bekommen.",
  "subscriber.adminDowngrade":
    "Wer den Kunden verwaltet, behält die Stufe von {current}: {package} ist eine niedrigere.",
  "subscriber.unsettled":
    "{email} ist {state, select, PROVISIONING {in Bereitstellung} UPDATING {in Änderung} DELETING {in Löschung} other {in einem Fehler, der erst zu klären ist}}. Sehen Sie nach dem Lauf, und versuchen Sie es nach seinem Ende noch einmal.",
  "subscriber.addonTwice": "{email} hat diese Option schon.",
  "run.packages": "Pakete von {customer}",
  "run.endOfAddon": "Ende von {addon} für {email}",
};
