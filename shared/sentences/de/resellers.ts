export const resellers = {
  "reseller.key":
    "Ein Kürzel hat Kleinbuchstaben, Ziffern und Bindestriche dazwischen, höchstens {max}, etwa acme-nord.",
  "reseller.keyTaken": "Dieses Kürzel hat schon ein anderer Reseller. Wählen Sie ein anderes.",
  "reseller.currency": "Das ist keine Währung nach ISO 4217; geben Sie die drei Buchstaben an, etwa EUR.",
  "reseller.timeZone": "Das ist keine Zeitzone; geben Sie den Namen an, etwa Europe/Berlin.",
  "reseller.failureEmails": "Höchstens {max} Adressen erfahren von fehlgeschlagenen Läufen.",
  "reseller.delegated": "Sie können „{permission}“ nicht erlauben: Sie dürfen es selbst nicht, oder es gibt es nicht.",
  "reseller.presets": "Höchstens {max} Vorgaben können gespeichert werden. Entfernen Sie zuerst eine.",
  "reseller.presetTaken": "Diesen Namen hat schon eine andere Vorgabe. Wählen Sie einen anderen.",
  "reseller.presetDefault": "Nur eine Vorgabe kann die für neue Kunden sein.",
  "reseller.own": "Das ist Ihr eigener Reseller. Das können nur die übergeordneten.",
  "reseller.stale":
    "Jemand hat diesen Reseller inzwischen geändert. Laden Sie ihn neu und wiederholen Sie Ihre Änderung.",
  "reseller.parentsField": "Das legt der übergeordnete Reseller fest. Bitten Sie ihn, es zu ändern.",
  "reseller.typeWord": "Geben Sie „{word}“ ein, um den Reseller zu schließen.",
  "reseller.services":
    "{count, plural, one {# Dienst ist} other {# Dienste sind}} noch nicht beendet. Beenden Sie sie zuerst, dann kann der Reseller geschlossen werden.",
  "reseller.move":
    "{reseller} ist {state, select, PENDING {noch nicht aktiviert} ACTIVE {aktiv} SUSPENDED {gesperrt} CLOSED {geschlossen} other {anderswo}} und kann so nicht {to, select, ACTIVE {aktiviert} SUSPENDED {gesperrt} CLOSED {geschlossen} other {verschoben}} werden.",
  "reseller.moveCycle": "{reseller} kann nicht unter sich selbst oder einen Untergeordneten kommen.",
  "reseller.moveSame": "Er steht schon unter {reseller}.",
  "reseller.moveRuns":
    "Darunter {count, plural, one {läuft noch # Lauf} other {laufen noch # Läufe}}. Warten Sie, bis {count, plural, one {er beendet ist} other {sie beendet sind}}, oder brechen Sie {count, plural, one {ihn} other {sie}} ab.",
  "reseller.moveTooMany":
    "Zu ihm und den Untergeordneten gehören mehr als {max, number} Datensätze. Verschieben Sie zuerst die Untergeordneten einzeln.",
  "reseller.moveTies":
    "{count, plural, one {# Element} other {# Elemente}} von ihm und den Untergeordneten {count, plural, one {hängt} other {hängen}} an dem, was {resellers} anbietet oder auf Lager hat und was am neuen Platz nicht sichtbar ist.",
  "reseller.moveChanged":
    "Was sich ändern würde, ist nicht mehr das, was gezeigt wurde. Sehen Sie sich den Plan noch einmal an.",
  "reseller.moveBusy": "Im Moment wird zu viel geschrieben. Es wurde nichts verschoben; versuchen Sie es noch einmal.",
  "reseller.limit":
    "Die übergeordneten Ebenen lassen hier nur {max, number} {kind, select, customers {{max, plural, one {Kunden} other {Kunden}}} services {{max, plural, one {Dienst} other {Dienste}}} people {{max, plural, one {Person} other {Personen}}} other {{max, plural, one {Reseller} other {Reseller}}}} zu. Bitten Sie dort um mehr.",
  "reseller.sellableMax":
    "Höchstens {max, number} Angebote können hier genannt werden. Lassen Sie ihn stattdessen alles verkaufen.",
  "reseller.offeringUnknown": "Dieses Angebot gibt es nicht.",
  "reseller.offeringNotAbove":
    "{offering} kann nicht überlassen werden: Der übergeordnete Reseller verkauft es nicht, oder es ist ein eigenes, das er ohnehin verkauft.",
  "reseller.limitRange": "Eine Grenze ist eine Zahl von 0 bis {max, number}.",
  "reseller.moveNumbers":
    "{count, plural, one {# Rufnummer} other {# Rufnummern}} von {reseller} und den Untergeordneten {count, plural, one {wurde} other {wurden}} von oben bestellt. Vor einem Verschieben {count, plural, one {wird sie} other {werden sie}} zurückgegeben.",
  "reseller.numbers":
    "{count, plural, one {# Rufnummer} other {# Rufnummern}}, die {reseller} und die Untergeordneten bestellt haben, {count, plural, one {müsste} other {müssten}} weiter bezahlt werden. Geben Sie {count, plural, one {sie} other {sie}} zuerst an seiner Stelle zurück, dann kann er geschlossen werden.",
  "reseller.moveBalance":
    "Der Kontostand von {reseller} beim übergeordneten Reseller ist {amount}. Er muss vor einem Verschieben ausgeglichen werden.",
};
