export const identifiers = {
  "identifier.phone": "Un tel numéro de téléphone est impossible ; écrivez-le comme +33 6 12 34 56 78.",
  "identifier.serial":
    "Un numéro de série compte de 2 à 64 lettres, chiffres, points, tirets, barres obliques ou tirets bas.",
  "identifier.mac": "Une adresse MAC compte 12 chiffres hexadécimaux.",
  "identifier.iccid": "Un ICCID commence par 89 et compte de 18 à 20 chiffres.",
  "identifier.luhn": "La clé de contrôle de cet ICCID est fausse.",
  "identifier.unknownNumber": "Le plan de numérotation ne connaît pas ce numéro.",
  "identifier.noCheckDigit": "Cet ICCID n’a pas de clé de contrôle.",
};
