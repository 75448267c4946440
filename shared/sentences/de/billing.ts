export const billing = {
  "noun.reference": "Referenz",
  "noun.reason": "Grund",
  "noun.taxNumber": "Steuernummer",
  "report.months": "Ein Monat wird wie 2026-11 geschrieben, und der letzte liegt nicht vor dem ersten.",
  "attention.invoiceFailed":
    "Es wird stündlich erneut versucht; wer diese Installation betreibt, findet den Grund im Protokoll.",
  "report.daysTooLong":
    "Anrufe werden über höchstens {max} Tage nach Tagen gezeigt. Wählen Sie weniger Monate oder Stunden.",
  "report.tooLong": "Ein Bericht umfasst höchstens {max} Monate.",
  "billing.amount":
    "Ein Betrag in {currency} ist größer als null, {digits, select, 0 {ohne Nachkommastellen, z. B. 25} other {mit höchstens {digits} Nachkommastellen, z. B. 25.00}}.",
  "billing.amountMax": "Höchstens {max} {currency} werden auf einmal eingegeben.",
  "billing.reversed": "Das wurde schon zurückgenommen.",
  "billing.notReversible": "Das lässt sich nicht zurücknehmen. Geben Sie stattdessen das Richtige ein.",
  "terms.policyRequired":
    "Wer im Voraus zahlt, wird bei leerem Konto entweder gesperrt oder weiter bedient: Geben Sie an, welches.",
  "terms.noPolicy": "Nur wer im Voraus zahlt, wird streng oder kulant behandelt.",
  "terms.noLimit": "Wer im Voraus zahlt, hat keinen Kreditrahmen.",
  "terms.limit":
    "Ein Kreditrahmen in {currency} ist null oder mehr, mit nicht mehr Nachkommastellen, als die Währung hat.",
  "terms.day": "Ein Tag des Monats ist 1 bis {max}.",
  "terms.lowBalance": "Gewarnt werden kann unterhalb von {min} bis {max} {currency}.",
  "dunning.warn":
    "Käufer werden unterhalb eines Betrags in {currency} gewarnt, der über dem liegt, bei dem sie gesperrt werden.",
  "dunning.suspend": "Streng behandelte Käufer werden bei null {currency} oder mehr gesperrt.",
  "dunning.terminate": "Dienste werden bei weniger als null {currency} beendet, z. B. -20.00.",
  "dunning.cardRetryDays":
    "Eine Karte wird an höchstens {most} Tagen erneut versucht, jeder später als der vorige, bis zu {day} Tage nach der ersten Ablehnung, z. B. 1, 3, 5, 7.",
  "dunning.days": "Dienste werden nach 1 bis {max} Tagen beendet.",
  "did.perMinute": "Was eine Minute kostet, ist eine Zahl ab 0, z. B. 0.03.",
  "did.perMinuteMissing": "Anrufe, die nach Minuten berechnet werden, brauchen einen Minutenpreis.",
  "did.flatMinute": "Anrufe, die nicht berechnet werden, haben keinen Minutenpreis.",
  "noun.supplier": "Lieferant",
  "did.noNumbers": "{template} sind keine Rufnummern.",
  "did.country": "Ein Land wird wie BR geschrieben (ISO 3166).",
  "did.quantity": "So viele Nummern hintereinander werden auf einmal registriert: 1 bis {max}.",
  "did.range":
    "Die erste Nummer ist eine Rufnummer in der Schreibweise ihres Carriers, und ihre letzten Ziffern bieten Platz für so viele.",
  "did.taken": "{number} gibt es schon; es wurde keine registriert.",
  "did.currency": "Eine Nummer, die in {currency} verkauft wird, bestellt, wem in {currency} berechnet wird.",
  "did.inUse": "{number} wird zurückgegeben, sobald niemand sie mehr hat.",
  "did.offerChanged":
    "Was die Nummer kostet, hat sich inzwischen geändert. Sehen Sie es sich noch einmal an, bevor Sie bestellen.",
  "did.offerRightBelow":
    "{reseller} steht nicht direkt unter Ihnen. Was weiter unten steht, wird von denen dazwischen angeboten.",
  "did.notOrdered": "{item} wurde nicht beim übergeordneten Reseller bestellt.",
  "did.offerNotFree": "{number}: {state}; nur freie Nummern werden angeboten.",
  "did.offerTooMany": "In einem Aufruf können höchstens {max, number} Nummern genannt werden.",
  "did.noNumber": "{item} ist keine Rufnummer.",
  "did.nextBilling": "Die nächste Abrechnung ist heute oder später, höchstens {months} Monate im Voraus.",
  "did.ended": "{number} wurde schon zurückgenommen.",
};
