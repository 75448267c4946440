export const kernel = {
  "idempotency.keyLength": "Ein Idempotenzschlüssel hat 1 bis 255 Zeichen, ohne NUL.",
  "idempotency.mismatch":
    "Dieser Idempotenzschlüssel wurde für eine andere Anfrage benutzt. Nehmen Sie für eine neue Anfrage einen neuen Schlüssel.",
  "idempotency.inFlight":
    "Dieselbe Anfrage wird noch bearbeitet. Fragen Sie gleich noch einmal mit demselben Schlüssel.",
  "idempotency.takenOver":
    "Dieselbe Anfrage wurde anderswo übernommen. Fragen Sie noch einmal mit demselben Schlüssel.",
  "page.size": "„first“ muss zwischen 1 und {max} liegen; die nächste Seite bekommen Sie mit „after“.",
  "audit.search": "Der Text eines Filters hat höchstens {max, number} Zeichen.",
  "page.cursor": "„after“ ist kein Cursor dieser Liste; nehmen Sie den endCursor einer vorigen Seite.",
  "access.signIn": "Melden Sie sich zuerst an.",
  "access.notFound": "Mit dieser ID gibt es für Sie nichts.",
  "access.needs": "Das dürfen Sie nicht: Dafür ist die Berechtigung „{permission}“ ({code}) nötig.",
  "access.needsScope": "Dieser Schlüssel darf das nicht: Ihm fehlt der Scope „{scope}“, der {code} erlaubt.",
  "access.key": "Dieser Schlüssel ist unbekannt, abgelaufen oder widerrufen.",
  "access.twoCredentials": "Senden Sie ein Cookie oder einen Schlüssel, nicht beides.",
  "access.keyAddress": "Dieser Schlüssel darf nicht von {ip} aus benutzt werden.",
  "access.tooOften":
    "Zu viele Anfragen. Versuchen Sie es in {seconds, plural, one {# Sekunde} other {# Sekunden}} noch einmal.",
  "access.introspection": "Melden Sie sich an oder senden Sie einen Schlüssel, um das Schema zu lesen.",
  "access.RESELLER_SUSPENDED":
    "Ihr Reseller ist gesperrt: Sie dürfen alles ansehen und Dienste beenden, aber nichts anlegen oder ändern. Wenden Sie sich an den übergeordneten Reseller.",
  "access.RESELLER_NOT_ACTIVATED": "Ihr Reseller ist noch nicht aktiviert. Aktivieren Sie ihn zuerst, dann geht das.",
  "access.ACTING_ENDED":
    "Ihre Zeit, als jemand anderes zu handeln, ist vorbei; es wurde nichts ausgeführt. Verlassen Sie es oder beginnen Sie noch einmal.",
  "access.SECOND_FACTOR_REQUIRED":
    "Ihre Rolle verlangt neben dem Passwort einen zweiten Faktor. Richten Sie zuerst einen ein, dann geht das.",
  "access.PASSWORD_CHANGE_REQUIRED":
    "Ihr Passwort wurde für Sie erzeugt. Legen Sie zuerst eines fest, das nur Sie kennen, dann geht das.",
  "access.stepUp": "Dafür müssen Sie sich erneut ausweisen. Tun Sie das und wiederholen Sie es dann.",
  "access.ACTING_READ_ONLY":
    "Sie sehen nur, was jemand anderes sieht; ändern lässt sich nichts. Beenden Sie das zuerst.",
  "access.notWhileActing": "Das gehört der Person allein: Wer als sie handelt, sieht es nicht.",
  "access.actingExceeds": "Sie können nicht als jemand handeln, der mehr darf als Sie.",
  "access.foreignSite": "Anfragen von anderen Websites werden nicht bedient.",
  "access.fault": "Bei uns ist etwas schiefgegangen. Nennen Sie Ihrem Betreiber diese ID: {requestId}",
  "search.length": "„{field}“ nimmt bis zu {max} Zeichen Text.",
  "node.ids": "„ids“ nimmt höchstens {max} IDs.",
  "csv.tooLong":
    "Eine Liste mit mehr als {max} Zeilen wird nicht sofort zur Datei: Verkürzen Sie sie durch Filter oder fordern Sie sie in eigenem Namen an.",
  "csv.busy": "Höchstens {max} Dateien werden gleichzeitig für Sie erstellt: Warten Sie, bis eine fertig ist.",
};
