export const customers = {
  "customer.sites": "Um assinante tem no máximo {max} locais.",
  "customer.contacts": "Um assinante tem no máximo {max} contatos.",
  "customer.archived": "Um assinante arquivado fica como está.",
  "customer.stale": "Alguém alterou este assinante nesse meio-tempo. Recarregue e repita sua alteração.",
  "customer.countryRequired": "O país é obrigatório.",
  "customer.country": "Isto não é um país da ISO 3166-1; informe as duas letras, como BR.",
  "customer.languageRequired": "O idioma é obrigatório.",
  "customer.language": "Isto não é um idioma; informe o código, como en ou pt-BR.",
  "customer.percent": "Um nome não tem %.",
  "customer.postalCode": "Este código postal não é deste país; um exemplo válido é {example}.",
  "customer.homeCountryOther": "O país de origem é o do endereço de cobrança: deixe-o de fora ou informe o mesmo.",
  "customer.homeCountryStays":
    "O país de origem continua o mesmo. Para mudá-lo, transfira o assinante para outro país.",
  "customer.taxNumberRequired": "Um assinante neste país tem {label}.",
  "customer.taxNumber":
    "Este {label} não é válido; um exemplo é {example}, e os últimos dígitos são calculados a partir dos outros.",
  "customer.taxNumberNone": "Assinantes deste tipo não têm número fiscal em seu país.",
  "contact.roles": "Um contato tem pelo menos um papel.",
  "contact.email": "Os problemas são informados a este contato por e-mail: falta um endereço.",
  "contact.twice": "{email} já é contato deste assinante com um destes papéis.",
  "contact.lastRequired":
    "Este é o último {role, select, MAINTAINER {mantenedor} other {administrador local}} do assinante. Adicione outro antes.",
  "customer.waiting": "Os contatos podem ser alterados depois que a revenda ativar o assinante.",
  "customer.tags": "Um assinante tem no máximo {max} etiquetas.",
  "customer.tagTwice": "Esta etiqueta aparece duas vezes.",
  "customer.attributes": "Um assinante tem no máximo {max} atributos.",
  "customer.attributeTwice": "Este atributo aparece duas vezes.",
  "customer.resellerState":
    "{reseller} {state, select, PENDING {ainda não foi ativada} SUSPENDED {está suspensa} CLOSED {está fechada} other {não está ativa}} e não pode receber novos assinantes.",
  "customer.linesRange": "A quantidade de linhas é um número de 0 a {max, number}, ou fica em branco.",
  "customer.delegated":
    "Você não pode permitir “{permission}” às pessoas de um assinante: você mesmo não tem essa permissão, ou ela não é para assinantes.",
  "customer.move":
    "{customer} {state, select, WAITING {ainda não foi ativado} ACTIVE {está ativo} SUSPENDED {está suspenso} other {não está ativo}}, por isso isto não pode ser feito.",
  "task.customerNotActive": "O assinante não está ativo, por isso nada é provisionado para ele.",
  "subject.part": "{part} de {customer}",
  "customer.domains": "Um assinante tem no máximo {max} domínios de e-mail.",
  "customer.domain": "Isto não é um domínio como acme.com.",
  "customer.domainTaken": "{domain} já é o domínio de outro assinante aqui.",
  "customer.dependents":
    "{customer} ainda tem {services, plural, =0 {nenhum serviço} one {# serviço} many {# de serviços} other {# serviços}} e {numbers, plural, =0 {nenhum número} one {# número} many {# de números} other {# números}}. Encerre os serviços e devolva os números primeiro.",
  "customer.balanceLeft": "O saldo de {customer} é {amount}. Ele precisa ser pago, devolvido ou baixado primeiro.",
  "customer.externalId": "Outro assinante foi criado como {id}, com outros dados.",
};
