export const actions = {
  "action.ansible.run-playbook.title": "Ansible-Playbook ausführen",
  "action.ansible.run-playbook.description":
    "Konfiguriert Rechner mit ansible-playbook, wo es installiert ist; jede seiner Aufgaben wird angezeigt, sobald sie endet.",
  "action.charging.change-plans.title": "Tarif wechseln",
  "action.charging.change-plans.description":
    "Gibt einem Konto im OCS andere Aktionspläne anstelle der bisherigen; wird das rückgängig gemacht, hat es wieder diese.",
  "action.charging.create-account.title": "Abrechnungskonto einrichten",
  "action.charging.create-account.description":
    "Legt das Konto des Dienstes im OCS an, mit seinem Tarif und dem, was der Tarif enthält.",
  "action.charging.disable-account.title": "Konto deaktivieren",
  "action.charging.disable-account.description":
    "Lässt von einem Konto des Abrechnungssystems (OCS) nichts mehr nutzen. Was darauf ist, bleibt.",
  "action.charging.enable-account.title": "Konto aktivieren",
  "action.charging.enable-account.description": "Lässt ein Konto des Abrechnungssystems (OCS) wieder nutzen.",
  "action.radius.admit-login.title": "Internet-Login zulassen",
  "action.radius.admit-login.description": "Lässt ein Modem sich wieder im Zugangsnetz (RADIUS) anmelden.",
  "action.radius.block-login.title": "Internet-Login sperren",
  "action.radius.block-login.description":
    "Behält den Login eines Modems, weist ihn ab (RADIUS) und beendet seine Sitzung.",
  "action.service.resume.title": "Dienst entsperren",
  "action.service.resume.description":
    "Vermerkt, dass der Dienst nicht mehr wegen des Kontostands seines Kunden gesperrt ist.",
  "action.service.suspend.title": "Dienst sperren",
  "action.service.suspend.description":
    "Vermerkt, dass der Dienst gesperrt ist, weil das Konto seines Kunden leer ist.",
  "action.charging.remove-account.title": "Abrechnungskonto entfernen",
  "action.charging.remove-account.description":
    "Entfernt das Konto des Dienstes mit allem, was darauf ist, aus dem OCS.",
  "action.charging.top-up.title": "Aufladen",
  "action.charging.top-up.description": "Bucht Daten (GB), Minuten, Nachrichten oder Guthaben auf ein Konto im OCS.",
  "action.customer.validate.title": "Kunden prüfen",
  "action.customer.validate.description": "Stellt sicher, dass der Kunde aktiv ist.",
  "action.http.request.title": "Webdienst aufrufen",
  "action.http.request.description":
    "Sendet eine HTTP-Anfrage an den eingerichteten Webdienst und bei Bedarf eine weitere, um sie rückgängig zu machen.",
  "action.inventory.assign.title": "Artikel zuweisen",
  "action.inventory.assign.description":
    "Ordnet den Artikel, der für einen Slot des Angebots reserviert war, dem Dienst und seinem Kunden zu.",
  "action.inventory.release.title": "Artikel freigeben",
  "action.inventory.release.description":
    "Gibt frei, was der Dienst in einem Slot nutzt: Eine SIM-Karte wird ausgemustert, eine Nummer ruht, ein Modem geht ins Lager zurück.",
  "action.mail.send.title": "E-Mail senden",
  "action.mail.send.description":
    "Schreibt dem Kunden in seiner Sprache: eine Begrüßung, die Bestätigung einer Option oder eine Verabschiedung.",
  "action.manual.wait.title": "Auf eine Person warten",
  "action.manual.wait.description":
    "Der Lauf geht weiter, wenn jemand bestätigt, dass die Anweisungen der Aufgabe befolgt wurden, z. B. eine Installation.",
  "action.radius.change-limits.title": "Internetgeschwindigkeit ändern",
  "action.radius.change-limits.description":
    "Gibt dem Login eines Modems andere Bandbreiten (RADIUS) und beendet seine Sitzung, damit sie sofort gelten.",
  "action.radius.create-login.title": "Internet-Login anlegen",
  "action.radius.create-login.description":
    "Lässt ein Modem sich im Zugangsnetz (RADIUS) anmelden, mit eigens erzeugtem Passwort und seiner Bandbreite.",
  "action.radius.remove-login.title": "Internet-Login entfernen",
  "action.radius.remove-login.description":
    "Nimmt einem Modem das Recht, sich im Zugangsnetz (RADIUS) anzumelden, und beendet seine Sitzung.",
  "action.webex.create-customer.title": "Kunde bei Webex anlegen",
  "action.webex.create-customer.description":
    "Legt bei Webex Wholesale einen Kunden mit seinen Paketen an und wartet, bis er da ist; rückgängig gemacht, wird er gelöscht.",
  "action.webex.create-subscriber.title": "Teilnehmer bei Webex anlegen",
  "action.webex.create-subscriber.description":
    "Gibt einer Person eines Kunden bei Webex Wholesale ein Paket; rückgängig gemacht, wird der Teilnehmer gelöscht.",
  "action.register.attach.title": "SIM im Netz anmelden",
  "action.register.attach.description":
    "Teilt dem Teilnehmerregister (HLR/HSS) mit, welche Nummer eine SIM hat und dass sie aktiv ist.",
  "action.register.detach.title": "SIM vom Netz abmelden",
  "action.register.detach.description":
    "Nimmt eine SIM aus dem Teilnehmerregister (HLR/HSS). Nummer und ICCID werden gebraucht, um das rückgängig zu machen.",
  "action.service.activate.title": "Dienst aktivieren",
  "action.service.activate.description": "Gibt dem Dienst seinen Namen und seinen ersten Tag und aktiviert ihn.",
  "action.service.record-addon.title": "Option eintragen",
  "action.service.record-addon.description": "Vermerkt die Option bei dem Dienst, zu dem sie hinzugefügt wurde.",
  "action.service.terminate.title": "Dienst beenden",
  "action.service.terminate.description": "Vermerkt, dass der Dienst beendet ist, mit seinem letzten Tag.",
  "action.sip.create-account.title": "SIP-Konto anlegen",
  "action.sip.create-account.description":
    "Lässt ein Telefon sich am SIP-Server anmelden, mit eigens erzeugtem Passwort.",
  "action.sip.limit-calls.title": "Gleichzeitige Anrufe begrenzen",
  "action.sip.limit-calls.description":
    "Teilt dem SIP-Server mit, wie viele Anrufe ein Telefon gleichzeitig führen darf; ohne Zahl beliebig viele.",
  "action.sip.remove-account.title": "SIP-Konto entfernen",
  "action.sip.remove-account.description":
    "Nimmt einem Telefon das Recht, sich anzumelden, nimmt es vom Netz und beendet seine Anrufe.",
  "variable.customer.id": "ID des Kunden, cus_…",
  "variable.customer.number": "Kurze Nummer des Kunden",
  "variable.customer.name": "Name des Kunden",
  "variable.customer.kind": "INDIVIDUAL oder BUSINESS",
  "variable.customer.email": "E-Mail-Adresse des Kunden; kann leer sein",
  "variable.customer.phone": "Telefonnummer des Kunden wie eingegeben; kann leer sein",
  "variable.customer.language": "Sprache für E-Mails, z. B. en",
  "variable.customer.country": "Heimatland, z. B. GB",
  "variable.reseller.key": "Kurzname des Verkäufers",
  "variable.reseller.name": "Name des Verkäufers",
  "variable.reseller.currency": "Währung des Verkäufers",
  "variable.reseller.timeZone": "Zeitzone des Verkäufers, z. B. Europe/London",
  "variable.reseller.country": "Land des Verkäufers, z. B. GB",
  "variable.offering.id": "ID des Tarifs oder der Option, ofr_…",
  "variable.offering.slug": "Kurzname des Tarifs oder der Option",
  "variable.offering.name": "Name des Tarifs oder der Option",
  "variable.offering.kind": "PLAN oder ADDON",
  "variable.offering.serviceType": "MOBILE, INTERNET, IPTV oder VOIP",
  "variable.previousOffering.slug":
    "Bei einem Dienst, der einen anderen Tarif bekommt: Kurzname des bisherigen; sonst leer",
  "variable.previousOffering.name":
    "Bei einem Dienst, der einen anderen Tarif bekommt: Name des bisherigen; sonst leer",
  "variable.service.id": "ID des Dienstes, svc_…",
  "variable.service.number": "Kurze Nummer des Dienstes",
  "variable.service.name": "Name des Dienstes; bei einem neuen der Name des Tarifs",
  "variable.service.serviceType": "MOBILE, INTERNET, IPTV oder VOIP",
  "variable.service.account": "Sein Kontoname in externen Systemen, z. B. acme-789",
  "variable.service.simultaneousCalls": "Gleichzeitige Anrufe, die dem Anschluss erlaubt werden; kann leer sein",
  "variable.service.parameters.*": "Was frühere Läufe über den Dienst erfahren haben, z. B. sipUsername",
  "variable.order.id": "ID der Bestellung, ord_…; leer, wenn es keine gibt",
  "variable.order.number": "Kurze Nummer der Bestellung; leer, wenn es keine gibt",
  "variable.order.purchaseOrderNumber": "Bestellnummer des Kunden selbst; kann leer sein",
  "variable.order.installationDate": "Tag der Installation, z. B. 2026-12-21; kann leer sein",
  "variable.order.autoRenew": "Ob der Dienst sich automatisch verlängert",
  "variable.site.name": "Name des Standorts; kann leer sein",
  "variable.site.line1": "Erste Adresszeile des Standorts; kann leer sein",
  "variable.site.line2": "Zweite Adresszeile des Standorts; kann leer sein",
  "variable.site.city": "Ort des Standorts; kann leer sein",
  "variable.site.region": "Region des Standorts; kann leer sein",
  "variable.site.postalCode": "Postleitzahl des Standorts; kann leer sein",
  "variable.site.country": "Land des Standorts; kann leer sein",
  "variable.billingContact.name": "Name des Rechnungskontakts; kann leer sein",
  "variable.billingContact.email": "E-Mail-Adresse des Rechnungskontakts; kann leer sein",
  "variable.billingContact.phone": "Telefonnummer des Rechnungskontakts; kann leer sein",
  "variable.technicalContact.name": "Name des technischen Kontakts; kann leer sein",
  "variable.technicalContact.email": "E-Mail-Adresse des technischen Kontakts; kann leer sein",
  "variable.technicalContact.phone": "Telefonnummer des technischen Kontakts; kann leer sein",
  "variable.items.*.id": "ID des Artikels in einem Slot, itm_…",
  "variable.items.*.identifier": "ICCID, Nummer, Seriennummer oder MAC-Adresse des Artikels in einem Slot",
  "variable.items.*.label": "Wie der Artikel in einem Slot bezeichnet wird",
  "variable.items.*.kind": "ICCID, PHONE_NUMBER, SERIAL oder MAC",
  "variable.fields.*": "Das eigene Feld des Angebots mit diesem Schlüssel; kann leer sein",
};
