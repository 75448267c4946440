export const identifiers = {
  "identifier.phone": "No such phone number is possible; write it like +44 7700 900123.",
  "identifier.serial": "A serial number has 2 to 64 letters, digits, dots, dashes, slashes or underscores.",
  "identifier.mac": "A MAC address has 12 hexadecimal digits.",
  "identifier.iccid": "An ICCID starts with 89 and has 18 to 20 digits.",
  "identifier.luhn": "The check digit of this ICCID is wrong.",
  "identifier.unknownNumber": "The numbering plan does not know this number.",
  "identifier.noCheckDigit": "This ICCID has no check digit.",
} as const;
