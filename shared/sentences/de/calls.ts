export const calls = {
  "call.file": "Die Datei ist bis hierher lesbar; diese Zeile ist weder JSON noch CSV mit einer Kopfzeile.",
  "call.tooMany": "Höchstens {max} Anrufe werden auf einmal eingereicht.",
  "call.field": "{field} fehlt oder hat nicht die erforderliche Form.",
  "call.who": "Geben Sie an, wessen Anruf es ist: ein Anschluss oder ein Kunde.",
  "call.unknownLine": "Diesen Anschluss gibt es nicht.",
  "call.unknownCustomer": "Diesen Kunden gibt es nicht.",
  "call.order": "Er wird nach seinem Beginn angenommen und endet danach.",
  "call.future": "Er beginnt in der Zukunft.",
  "call.late": "Anrufe werden bis zu {days} Tage, nachdem sie geführt wurden, übernommen.",
  "call.number": "Angerufen wird eine Nummer, mit Ländervorwahl oder mit führender 0.",
  "call.mismatch": "Unter diesem Schlüssel wurde ein anderer Anruf eingereicht.",
  "call.unknownCorrected": "Unter dem Schlüssel, den dieser korrigiert, wurde kein Anruf eingereicht.",
  "call.correctAbove":
    "Sie kaufen diesen Anruf ein, und die Aufzeichnung stammt nicht von Ihrer Vermittlung: Korrigieren muss ihn, wer ihn Ihnen verkauft.",
  "call.notCorrectable": "Er läuft noch oder ist selbst eine Korrektur: Korrigieren Sie den Anruf, zu dem sie gehört.",
  "call.seconds": "Ein Anruf dauert ganze Sekunden, höchstens {max, number}.",
  "call.rerateStale":
    "Für diese Anrufe ergibt sich inzwischen etwas anderes. Sehen Sie sich die neuen Zahlen an und wenden Sie dann diese an.",
  "call.rerateRange": "Das Ende liegt nach dem Anfang.",
  "call.reratePrefix": "Der Anfang einer Nummer besteht aus Ziffern, mit Ländervorwahl.",
  "call.days": "Höchstens {days} Tage auf einmal: Fragen Sie eine kürzere Zeit ab und dann die nächste.",
};
