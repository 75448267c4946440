export const kernel = {
  "idempotency.keyLength": "Uma chave de idempotência tem de 1 a 255 caracteres, sem NUL.",
  "idempotency.mismatch":
    "Esta chave de idempotência foi usada em outra requisição. Use uma chave nova para uma nova requisição.",
  "idempotency.inFlight":
    "A mesma requisição ainda está em processamento. Pergunte de novo em instantes com a mesma chave.",
  "idempotency.takenOver": "A mesma requisição foi assumida em outro lugar. Pergunte de novo com a mesma chave.",
  "page.size": "“first” deve ficar entre 1 e {max}; peça a próxima página com “after”.",
  "audit.search": "O texto de um filtro tem no máximo {max, number} caracteres.",
  "page.cursor": "“after” não é um cursor desta lista; use o endCursor de uma página anterior.",
  "access.signIn": "Entre primeiro.",
  "access.notFound": "Nada com este ID existe para você.",
  "access.needs": "Você não pode fazer isto: é preciso a permissão “{permission}” ({code}).",
  "access.needsScope": "Esta chave não pode fazer isto: falta o escopo “{scope}”, que dá {code}.",
  "access.key": "Esta chave é desconhecida, expirou ou foi revogada.",
  "access.twoCredentials": "Envie um cookie ou uma chave, não os dois.",
  "access.keyAddress": "Esta chave não pode ser usada a partir de {ip}.",
  "access.tooOften":
    "Requisições demais. Tente de novo em {seconds, plural, one {# segundo} many {# de segundos} other {# segundos}}.",
  "access.introspection": "Entre ou envie uma chave para ler o esquema.",
  "access.RESELLER_SUSPENDED":
    "Sua revenda está suspensa: você pode consultar e encerrar serviços, mas não criar nem alterar. Fale com a revenda acima.",
  "access.RESELLER_NOT_ACTIVATED": "Sua revenda ainda não foi ativada. Ative-a primeiro; depois isto poderá ser feito.",
  "access.ACTING_ENDED": "Seu tempo de agir como outra pessoa acabou, por isso nada foi feito. Saia ou comece de novo.",
  "access.SECOND_FACTOR_REQUIRED":
    "Seu papel exige um segundo fator além da senha. Configure um primeiro; depois isto poderá ser feito.",
  "access.PASSWORD_CHANGE_REQUIRED":
    "Sua senha foi criada por outra pessoa. Defina primeiro uma que só você conheça; depois isto poderá ser feito.",
  "access.stepUp": "Isto exige uma nova confirmação de quem você é. Confirme e faça de novo.",
  "access.ACTING_READ_ONLY":
    "Você só está vendo o que outra pessoa vê, por isso nada pode ser alterado. Pare de agir como ela primeiro.",
  "access.notWhileActing": "Isto pertence só à própria pessoa: não é mostrado a quem age como ela.",
  "access.actingExceeds": "Você não pode agir como alguém que pode mais do que você.",
  "access.foreignSite": "Requisições de outros sites não são atendidas.",
  "access.fault": "Algo deu errado do nosso lado. Informe este ID ao seu operador: {requestId}",
  "search.length": "“{field}” aceita até {max} caracteres de texto.",
  "node.ids": "“ids” aceita no máximo {max} IDs.",
  "csv.tooLong":
    "Uma lista com mais de {max} linhas não vira arquivo de uma vez: reduza-a com filtros ou peça-a no seu próprio lugar.",
  "csv.busy": "No máximo {max} arquivos são preparados para você ao mesmo tempo: espere até um ficar pronto.",
};
