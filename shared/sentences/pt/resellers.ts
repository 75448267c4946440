export const resellers = {
  "reseller.key": "Uma chave tem letras minúsculas, dígitos e hífens entre eles, no máximo {max}, como acme-north.",
  "reseller.keyTaken": "Outra revenda já tem esta chave. Escolha outra.",
  "reseller.currency": "Isto não é uma moeda da ISO 4217; informe as três letras, como BRL.",
  "reseller.timeZone": "Isto não é um fuso horário; informe o nome, como America/Sao_Paulo.",
  "reseller.failureEmails": "No máximo {max} endereços são avisados de execuções que falharam.",
  "reseller.delegated":
    "Você não pode permitir “{permission}” a outros: você mesmo não tem essa permissão, ou ela não existe.",
  "reseller.presets": "No máximo {max} predefinições podem ser guardadas. Remova uma primeiro.",
  "reseller.presetTaken": "Outra predefinição já tem este nome. Escolha outro.",
  "reseller.presetDefault": "Só uma predefinição pode ser a dos novos assinantes.",
  "reseller.own": "Esta é a sua própria revenda. Só quem está acima dela pode fazer isto.",
  "reseller.stale": "Alguém alterou esta revenda nesse meio-tempo. Recarregue e repita sua alteração.",
  "reseller.parentsField": "Quem decide isto é a revenda superior. Peça a ela que altere.",
  "reseller.typeWord": "Digite “{word}” para fechar a revenda.",
  "reseller.services":
    "{count, plural, one {# serviço ainda não foi encerrado} many {# de serviços ainda não foram encerrados} other {# serviços ainda não foram encerrados}}. Encerre-os primeiro; depois a revenda pode ser fechada.",
  "reseller.move":
    "{reseller} {state, select, PENDING {ainda não foi ativada} ACTIVE {está ativa} SUSPENDED {está suspensa} CLOSED {está fechada} other {está em outro lugar}} e não pode ser {to, select, ACTIVE {ativada} SUSPENDED {suspensa} CLOSED {fechada} other {movida}} assim.",
  "reseller.moveCycle": "{reseller} não pode ficar abaixo de si mesma nem de uma das que estão abaixo dela.",
  "reseller.moveSame": "Ela já está abaixo de {reseller}.",
  "reseller.moveRuns":
    "{count, plural, one {# execução está em andamento} many {# de execuções estão em andamento} other {# execuções estão em andamento}} abaixo dela. Espere {count, plural, one {o fim dela ou cancele-a} many {o fim delas ou cancele-as} other {o fim delas ou cancele-as}}.",
  "reseller.moveTooMany":
    "Mais de {max, number} registros pertencem a ela e às que estão abaixo. Mova primeiro, uma a uma, as que estão abaixo.",
  "reseller.moveTies":
    "{count, plural, one {# elemento} many {# de elementos} other {# elementos}} dela e das que estão abaixo {count, plural, one {depende} many {dependem} other {dependem}} do que {resellers} oferece ou tem em estoque, que o novo lugar não vê.",
  "reseller.moveChanged": "O que mudaria já não é o que foi mostrado. Confira o plano de novo.",
  "reseller.moveBusy": "Há gravações demais neste momento. Nada foi movido; tente de novo.",
  "reseller.limit":
    "Os níveis acima permitem aqui só {max, number} {kind, select, customers {{max, plural, one {assinante} many {de assinantes} other {assinantes}}} services {{max, plural, one {serviço} many {de serviços} other {serviços}}} people {{max, plural, one {pessoa} many {de pessoas} other {pessoas}}} other {{max, plural, one {revenda} many {de revendas} other {revendas}}}}. Peça mais a eles.",
  "reseller.sellableMax":
    "No máximo {max, number} ofertas podem ser indicadas aqui. Em vez disso, permita vender tudo.",
  "reseller.offeringUnknown": "Essa oferta não existe.",
  "reseller.offeringNotAbove":
    "{offering} não pode ser permitida: a revenda acima não a vende, ou é uma oferta própria, que ela vende de qualquer forma.",
  "reseller.limitRange": "Um limite é um número de 0 a {max, number}.",
  "reseller.moveNumbers":
    "{count, plural, one {# número} many {# de números} other {# números}} de {reseller} e das que estão abaixo {count, plural, one {foi pedido} many {foram pedidos} other {foram pedidos}} ao nível acima. É preciso {count, plural, one {devolvê-lo} many {devolvê-los} other {devolvê-los}} antes de mover.",
  "reseller.numbers":
    "{count, plural, one {# número pedido} many {# de números pedidos} other {# números pedidos}} por {reseller} e pelas que estão abaixo {count, plural, one {continuaria sendo cobrado. Devolva-o} many {continuariam sendo cobrados. Devolva-os} other {continuariam sendo cobrados. Devolva-os}} primeiro, no lugar dela; depois ela pode ser fechada.",
  "reseller.moveBalance":
    "O saldo de {reseller} com a revenda superior é {amount}. Ele precisa ser acertado antes de mover.",
};
