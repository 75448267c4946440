export const identifiers = {
  "identifier.phone": "Esse número de telefone não é possível; escreva como +55 11 91234-5678.",
  "identifier.serial": "Um número de série tem de 2 a 64 letras, dígitos, pontos, hífens, barras ou sublinhados.",
  "identifier.mac": "Um endereço MAC tem 12 dígitos hexadecimais.",
  "identifier.iccid": "Um ICCID começa com 89 e tem de 18 a 20 dígitos.",
  "identifier.luhn": "O dígito verificador deste ICCID está errado.",
  "identifier.unknownNumber": "O plano de numeração não conhece este número.",
  "identifier.noCheckDigit": "Este ICCID não tem dígito verificador.",
};
