export const customerTemplates = {
  "customerTemplate.unknown": "Sua revenda não tem modelo de cadastro com este id de provisionamento.",
  "customerTemplate.stale": "O modelo mudou desde que você o leu. Leia-o de novo antes de mudá-lo.",
  "customerTemplate.nameTaken": "Já existe um modelo {name}.",
  "customerTemplate.tooMany": "Uma revenda tem no máximo {max} modelos.",
  "customerTemplate.packages": "Um modelo tem no máximo {max} pacotes.",
  "customerTemplate.package": "O catálogo não tem oferta com esta chave.",
  "customerTemplate.inUse":
    "{customers, plural, one {# assinante foi criado} many {# assinantes foram criados} other {# assinantes foram criados}} por {name}; fica aquilo por que foram criados.",
};
