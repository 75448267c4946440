export const allowances = {
  "allowance.minutes": "Uma franquia tem de 1 a {max} minutos.",
  "allowance.rollover": "De 0 a {max} minutos podem ser acumulados.",
  "allowance.fee":
    "Uma taxa em {currency} vai de 0 a {max}, {digits, select, 0 {sem casas decimais} other {com no máximo {digits} casas decimais}}.",
  "allowance.tooManyPrefixes": "Uma franquia tem no máximo {max} prefixos.",
  "allowance.taken": "Outra franquia já se chama {name}.",
  "allowance.tooMany": "Uma revenda tem no máximo {max} franquias.",
  "allowance.cycleDay": "Um ciclo começa em um dia de 1 a 31.",
  "allowance.cycleStays": "O ciclo mantém seu dia enquanto houver franquias. Retire-as primeiro.",
  "allowance.tooManySlots": "Um assinante tem no máximo {max} franquias.",
  "allowance.slotTwice": "Já existe outra para as mesmas chamadas.",
  "allowance.notFromLocal": "Só a longa distância pode usar os minutos locais, e nesse caso não tem minutos próprios.",
  "allowance.localRequired": "Não há minutos locais do mesmo tipo que possam ser usados.",
  "allowance.required": "Escolha uma franquia.",
  "allowance.unknown": "Essa franquia não existe.",
  "allowance.hasPrefixes": "Esta franquia já indica seus números. Adicione-a às franquias para certos números.",
  "allowance.notOffered": "Esta franquia não é mais oferecida.",
};
