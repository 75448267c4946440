export const calls = {
  "call.file":
    "O arquivo pode ser lido até aqui; esta linha não é JSON nem CSV com uma primeira linha de nomes.",
  "call.tooMany": "No máximo {max} chamadas são enviadas de uma vez.",
  "call.field": "{field} está faltando ou não tem a forma que deve ter.",
  "call.who": "Indique de quem é a chamada: uma linha ou um assinante.",
  "call.unknownLine": "Essa linha não existe.",
  "call.unknownCustomer": "Esse assinante não existe.",
  "call.order": "A chamada é atendida depois de começar e termina depois disso.",
  "call.future": "Ela começa no futuro.",
  "call.late": "As chamadas são aceitas até {days} dias depois de feitas.",
  "call.number": "O número chamado traz o código do país ou um 0 inicial.",
  "call.mismatch": "Outra chamada foi enviada com esta chave.",
  "call.unknownCorrected": "Nenhuma chamada foi enviada com a chave que esta corrige.",
  "call.correctAbove":
    "Você compra esta chamada, e os registros dela não são da sua própria central: quem a vende a você precisa corrigi-la.",
  "call.notCorrectable":
    "Ela ainda está em andamento ou já é uma correção: corrija a chamada a que ela se refere.",
  "call.seconds": "Uma chamada dura segundos inteiros, no máximo {max, number}.",
  "call.rerateStale": "Estas chamadas já resultam em outro valor. Confira os novos números e então aplique-os.",
  "call.rerateRange": "O fim vem depois do começo.",
  "call.reratePrefix": "O começo de um número são dígitos, com o código do país.",
  "call.days": "No máximo {days} dias de uma vez: peça um período mais curto e depois o seguinte.",
};
