export const brands = {
  "brand.color": "Eine Farbe wird als # und sechs Zeichen aus 0-9 und a-f geschrieben, etwa #007e89.",
  "brand.words": "Höchstens {max} Texte können anders formuliert werden.",
  "brand.wordKey": "Ein Text wird durch Namensraum und Schlüssel benannt, etwa portal:nav.services.",
  "brand.logoBytes": "Ein Logo hat höchstens {max} kB.",
  "brand.logoKind": "Das ist kein lesbares PNG. Speichern Sie das Logo als PNG und wählen Sie es noch einmal.",
  "brand.logoSide": "Ein Logo hat höchstens {max} Pixel je Seite; dieses hat {width} × {height}.",
  "brand.stale": "Jemand anderes hat die Marke inzwischen gespeichert. Laden Sie die Seite neu, um sie zu sehen.",
  "brand.noDraft": "Es gibt keinen Entwurf, der veröffentlicht werden könnte.",
  "brand.notPast": "Zurückkehren können Sie nur zu etwas, das einmal veröffentlicht war und jetzt nicht gezeigt wird.",
  "hostname.notAddress": "Geben Sie nur den Hostnamen an, etwa portal.example.com, ohne http:// und Pfad.",
  "hostname.invalid":
    "Das ist kein Hostname unter einer öffentlichen Domain. Geben Sie einen wie portal.example.com an.",
  "hostname.ours": "Dieser Name gehört der Installation selbst.",
  "hostname.taken":
    "{host} wird schon verwendet. Wählen Sie einen anderen Namen oder lassen Sie ihn dort entfernen, wo er ist.",
  "hostname.max": "Ein Reseller hat höchstens {max} Hostnamen. Entfernen Sie einen, der nicht gebraucht wird.",
  "hostname.fee": "Die Gebühr ist ein Betrag in {currency} von 0 bis {max, number}.",
};
