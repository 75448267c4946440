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
  "onboarding.notAsked":
    "Die TK-Anlage wurde noch nicht gefragt, ob sie da ist. Fragen Sie sie zuerst, oder machen Sie ohne ihre Antwort weiter.",
  "onboarding.notReached":
    "Die TK-Anlage hat nicht geantwortet, wie sie sollte. Ändern Sie ihre Leitung und fragen Sie noch einmal, oder machen Sie ohne ihre Antwort weiter.",
  "onboarding.notSynced":
    "Es wurden noch keine Benutzer übernommen. Geben Sie die Datei der Plattform ab, oder machen Sie ohne weiter.",
  "onboarding.syncUnderWay":
    "Es werden noch Benutzer übernommen. Warten Sie das Ende ab, oder brechen Sie den Rest ab.",
  "trunk.addressMissing": "Die IP-Adresse oder der Hostname der TK-Anlage fehlt.",
  "trunk.address": "Das ist weder eine IP-Adresse noch ein Hostname wie 203.0.113.7 oder pbx.example.com.",
  "trunk.port": "Ein Port ist eine ganze Zahl von 1 bis {max}.",
  "trunk.transport": "SIP läuft über TCP, UDP oder TLS.",
  "trunk.users": "Eine Anzahl von Benutzern ist eine ganze Zahl von 0 bis {max, number}.",
  "trunk.passwordAgain":
    "Die TK-Anlage hat eine andere Adresse: Geben Sie ihr Passwort noch einmal ein. Das gespeicherte geht an keine andere.",
  "trunk.stale":
    "Die Leitung wurde geändert, seit Sie sie gelesen haben. Sehen Sie sie sich an, wie sie jetzt ist, bevor Sie weitermachen.",
  "onboarding.left":
    "{by}, bei {step, select, CUSTOMER {dem Kunden} GATEWAY {dem Gateway} PBX {der TK-Anlage} CONNECT {der Verbindung} other {den Benutzern}}",
};
