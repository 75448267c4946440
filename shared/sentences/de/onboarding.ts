export const onboarding = {
  "onboarding.unnamed": "Ohne Namen",
  "onboarding.stale":
    "{by} hat dies gespeichert, seit Sie es gelesen haben. Sehen Sie sich beide Fassungen an, bevor Sie weitermachen.",
  "onboarding.draft": "Die Eingaben sind kein JSON einer Einrichtung oder länger als {max, number} Bytes.",
  "onboarding.step": "Die Plattform hat diesen Schritt nicht.",
  "onboarding.pbxEntries":
    "Diese Plattform hat keinen Schritt für eine TK-Anlage: Die Eingaben dazu müssen zuerst aufgegeben werden.",
  "onboarding.pbxTaken": "Die TK-Anlage ist schon eingerichtet, daher bleibt die Plattform.",
  "onboarding.done": "Der Kunde ist eingerichtet; geändert wird er von nun an auf seiner Seite.",
  "onboarding.notYet": "Die Schritte davor kommen zuerst.",
  "onboarding.required":
    "Ein neuer Kunde hat mindestens einen {role, select, MAINTAINER {Betreuer} other {Administrator vor Ort}}: Noch keiner hat einen Namen und eine E-Mail-Adresse.",
  "onboarding.administrators": "Höchstens {max} Standort-Administratoren werden auf einmal eingeladen.",
  "onboarding.businessType": "Diese Branche gibt es nicht.",
};
