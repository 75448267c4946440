export const identifiers = {
  "identifier.phone": "Eine solche Telefonnummer ist nicht möglich; schreiben Sie sie wie +49 30 23125000.",
  "identifier.serial":
    "Eine Seriennummer hat 2 bis 64 Buchstaben, Ziffern, Punkte, Bindestriche, Schrägstriche oder Unterstriche.",
  "identifier.mac": "Eine MAC-Adresse hat 12 hexadezimale Ziffern.",
  "identifier.iccid": "Eine ICCID beginnt mit 89 und hat 18 bis 20 Ziffern.",
  "identifier.luhn": "Die Prüfziffer dieser ICCID ist falsch.",
  "identifier.unknownNumber": "Der Rufnummernplan kennt diese Nummer nicht.",
  "identifier.noCheckDigit": "Diese ICCID hat keine Prüfziffer.",
};
