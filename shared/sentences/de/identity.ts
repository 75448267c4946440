export const identity = {
  "signIn.http": "Melden Sie sich über HTTP an: Die Sitzung wird in einem Cookie gehalten.",
  "signIn.emailLength": "Eine E-Mail-Adresse hat höchstens {max} Zeichen.",
  "password.tooLong": "Ein Passwort hat höchstens {max} Zeichen.",
  "signIn.keyLength": "Das Kürzel eines Resellers hat höchstens {max} Zeichen.",
  "signIn.email": "Das ist keine E-Mail-Adresse.",
  "signIn.key": "Das ist kein Reseller-Kürzel.",
  "signIn.noMatch": "E-Mail und Passwort passen nicht zusammen. Prüfen Sie beides und versuchen Sie es noch einmal.",
  "signIn.several": "Sie haben Konten bei mehreren Resellern. Geben Sie an, bei welchem.",
  "signIn.deactivated": "Dieses Konto ist deaktiviert. Wenden Sie sich an die Kontenverwaltung Ihrer Firma.",
  "signIn.waiting": "Ihr Konto wartet auf die Freischaltung. Sobald es so weit ist, bekommen Sie eine E-Mail.",
  "signIn.tooOften":
    "Zu viele Anmeldeversuche. Versuchen Sie es in {seconds, plural, one {# Sekunde} other {# Sekunden}} noch einmal.",
  "signIn.busy": "Im Moment melden sich zu viele Personen an. Versuchen Sie es in ein paar Sekunden noch einmal.",
  "user.taken": "{email} hat hier schon ein Konto.",
  "password.tooShort": "Ein Passwort hat mindestens {min} Zeichen; ein Satz ist leicht zu merken.",
  "user.customer": "Ein Benutzer eines Kunden gehört zu einem Kunden, andere nicht.",
  "link.expired":
    "Dieser Link gilt nicht mehr: Er wurde benutzt, ersetzt oder zurückgezogen, oder er ist zu alt. Fordern Sie einen neuen an.",
  "invitation.fresh": "In der letzten Minute wurde dieser Person schon eine Einladung gesendet. Warten Sie etwas.",
  "invitation.accepted": "Die Person hat die Einladung schon angenommen. Deaktivieren Sie sie stattdessen.",
  "password.common":
    "Zu viele Menschen verwenden dieses oder ein ähnliches Passwort. Nehmen Sie einen Satz, auf den nur Sie kommen.",
  "password.knownWord":
    "Ein Passwort darf {word} nicht enthalten: Das lässt sich aus Ihrem Namen, Ihrer Adresse oder unserem Namen erraten.",
  "password.wrong": "Das ist nicht Ihr Passwort.",
  "user.stale":
    "Jemand anderes hat diese Person inzwischen geändert. Sehen Sie noch einmal nach und speichern Sie dann.",
  "user.exceeds":
    "Diese Person darf etwas oder dürfte dann etwas, was Sie nicht dürfen. Bitten Sie jemanden mit mehr Rechten.",
  "user.lastOwner":
    "Das ist die letzte Person, die diesen Reseller führen kann. Laden Sie zuerst einen weiteren Inhaber ein.",
  "user.oneself": "Sie können sich nicht selbst deaktivieren.",
  "user.ownCustomer": "Der Benutzer eines Kunden sieht nur diesen Kunden und hat keine Rolle des Resellers.",
  "user.roles": "Eine Person hat höchstens {max} Rollen.",
  "user.customers": "Einer Person können höchstens {max} Kunden zugeordnet werden.",
  "user.unknownRole": "Beim Reseller der Person gibt es diese Rolle nicht.",
  "user.unknownCustomer": "Auf der Ebene der Person gibt es diesen Kunden nicht.",
  "role.exceeds": "Diese Rolle erlaubt etwas, was Sie selbst nicht dürfen.",
  "role.lacking": "Sie haben „{permission}“ selbst nicht.",
  "role.noPermission": "{permission} ist keine Berechtigung.",
  "role.limit": "Ein Reseller hat höchstens {max} eigene Rollen.",
  "role.stale":
    "Jemand anderes hat diese Rolle inzwischen geändert. Sehen Sie noch einmal nach und speichern Sie dann.",
  "role.taken": "Es gibt schon eine Rolle mit diesem Namen.",
  "accountMail.greeting": "Guten Tag {name},",
  "accountMail.ignore": "Wenn Sie diese E-Mail nicht erwartet haben, tun Sie nichts: Ohne den Link geschieht nichts.",
  "accountMail.invitation.subject": "Einladung zu {reseller}",
  "accountMail.invitation.text":
    "{by} lädt Sie ein, bei {reseller} mitzuarbeiten. Wählen Sie hier innerhalb von 24 Stunden ein Passwort:",
  "accountMail.reset.subject": "Ein neues Passwort für {reseller}",
  "accountMail.reset.text":
    "jemand, vermutlich Sie, hat ein neues Passwort für {reseller} angefordert. Wählen Sie es hier innerhalb einer Stunde; Sie werden dann überall abgemeldet:",
  "accountMail.emailOld.subject": "Ihre E-Mail-Adresse bei {reseller} soll geändert werden",
  "accountMail.emailOld.text":
    "Ihre E-Mail-Adresse bei {reseller} soll künftig {email} sein. Stimmen Sie hier innerhalb von 24 Stunden zu; auch die neue Adresse wird gefragt:",
  "accountMail.emailNew.subject": "Bestätigen Sie Ihre E-Mail-Adresse bei {reseller}",
  "accountMail.emailNew.text":
    "mit dieser Adresse, {email}, sollen Sie sich künftig bei {reseller} anmelden. Bestätigen Sie das hier innerhalb von 24 Stunden; auch die bisherige Adresse wird gefragt:",
  "factor.late": "Das hat zu lange gedauert. Beginnen Sie noch einmal.",
  "factor.wrongCode": "Dieser Code stimmt nicht oder wurde schon benutzt. Nehmen Sie den, der jetzt angezeigt wird.",
  "factor.wrongPasskey":
    "Dieser Passkey wurde nicht angenommen. Versuchen Sie es noch einmal oder nehmen Sie einen anderen Faktor.",
  "factor.wanted": "Weisen Sie sich mit Ihrem zweiten Faktor aus.",
  "factor.last":
    "Ihre Rolle verlangt einen zweiten Faktor. Fügen Sie einen weiteren hinzu, bevor Sie diesen entfernen.",
  "factor.limit": "Eine Person hat höchstens {max} zweite Faktoren. Entfernen Sie zuerst einen.",
  "factor.none":
    "Es gibt keinen zweiten Faktor, dessen Verlust die Codes ausgleichen könnten. Fügen Sie zuerst einen hinzu.",
  "factor.session": "Um sich erneut auszuweisen, brauchen Sie eine eigene Sitzung. Melden Sie sich noch einmal an.",
  "factor.oneself": "Ihre eigenen Faktoren verwalten Sie unter Ihrem Konto.",
  "factor.nothingToReset": "Diese Person hat keinen zweiten Faktor.",
  "accountMail.factorsReset.subject": "Ihr zweiter Faktor bei {reseller} wurde zurückgesetzt",
  "accountMail.factorsReset.text":
    "{by} hat alle zweiten Faktoren Ihres Kontos bei {reseller} entfernt, und Sie sind überall abgemeldet. Wenn Sie nicht darum gebeten haben, verständigen Sie dort sofort die Kontenverwaltung.",
  "accountMail.passwordChanged.subject": "Ihr Passwort bei {reseller} wurde geändert",
  "accountMail.passwordChanged.text":
    "das Passwort Ihres Kontos bei {reseller} wurde geändert, und seine anderen Sitzungen wurden beendet. Wenn Sie das nicht waren, fordern Sie sofort auf der Anmeldeseite ein neues an und verständigen Sie dort die Kontenverwaltung.",
  "accountMail.factorAdded.subject": "Ihrem Konto bei {reseller} wurde ein zweiter Faktor hinzugefügt",
  "accountMail.factorAdded.text":
    "Ihrem Konto bei {reseller} wurde ein zweiter Faktor hinzugefügt. Wenn Sie das nicht waren, verständigen Sie dort sofort die Kontenverwaltung.",
  "accountMail.factorRemoved.subject": "Ein zweiter Faktor Ihres Kontos bei {reseller} wurde entfernt",
  "accountMail.factorRemoved.text":
    "ein zweiter Faktor Ihres Kontos bei {reseller} wurde entfernt. Wenn Sie das nicht waren, verständigen Sie dort sofort die Kontenverwaltung.",
  "accountMail.codesRenewed.subject": "Neue Wiederherstellungscodes für Ihr Konto bei {reseller}",
  "accountMail.codesRenewed.text":
    "für Ihr Konto bei {reseller} wurden neue Wiederherstellungscodes erstellt; die früheren gelten nicht mehr. Wenn Sie das nicht waren, verständigen Sie dort sofort die Kontenverwaltung.",
  "acting.reason": "Geben Sie an, warum Sie an ihrer Stelle handeln; es wird zu allem, was Sie tun, festgehalten.",
  "acting.session": "Als jemand anderes handeln kann nur, wer mit einer eigenen Sitzung angemeldet ist.",
};
