export const subscribers = {
  "package.unknown": "Não há pacote nem adicional assim aqui.",
  "package.twice": "{package} aparece duas vezes.",
  "package.tooMany": "Um assinante tem no máximo {max, number} pacotes e adicionais.",
  "package.limitRange": "Um limite é um número de 0 a {max, number}, ou fica em aberto.",
  "package.limit": "{package}: {used, number} de {limit, number} estão em uso. Aumente o limite ou libere um antes.",
  "package.limitBelow":
    "{used, plural, one {# pessoa tem} many {# de pessoas têm} other {# pessoas têm}} {package}: o limite não pode ser {limit, number}.",
  "package.inUse":
    "{users, plural, one {# pessoa tem} many {# de pessoas têm} other {# pessoas têm}} {package} e {users, plural, one {perderia} many {perderiam} other {perderiam}} o pacote. Confirme para retirar.",
  "package.needs": "{package} acompanha {needs}, e nada disso está presente.",
  "package.notForPeople": "{package} é do assinante como um todo e não é dado a ninguém.",
  "package.comingSoon": "{package} ainda não é vendido.",
  "package.notOfCustomer": "O assinante não tem {package}. Dê primeiro ao assinante.",
  "package.location": "Um pacote com chamadas precisa de um local: nome, endereço, fuso horário e idioma.",
  "package.address":
    "Um pacote precisa do endereço postal do assinante, e não há nenhum. Informe o endereço de cobrança e depois dê o pacote.",
  "package.addressParts":
    "Um pacote precisa do endereço postal completo do assinante, e uma parte dele falta ou está errada. Complete o endereço de cobrança e depois dê o pacote.",
  "package.siteParts":
    "Um pacote precisa de um endereço postal completo, e uma parte do de {site}, de onde vêm as chamadas do assinante, falta ou está errada. Complete o local e depois dê o pacote.",
  "package.administrator":
    "Quem administra o assinante recebe {package}, o mais alto dos seus pacotes: permita pelo menos um.",
  "package.email":
    "Um pacote precisa de alguém que administre o assinante, e nenhum e-mail é conhecido. Informe o e-mail do assinante e depois dê o pacote.",
  "package.country":
    "Não há pacotes neste país ({country}): nenhuma região de acesso o atende. Quem opera a plataforma pode adicioná-lo a uma delas.",
  "package.noneFailed": "Nenhum pacote do assinante falhou.",
  "subscriber.packageRequired": "Um usuário tem um pacote: indique um.",
  "subscriber.onePackage": "Um usuário tem um só pacote. Os adicionais são atribuídos à parte.",
  "subscriber.packageTwice": "Indique o pacote uma só vez: em package ou em packages.",
  "subscriber.reach": "Um pacote com chamadas precisa de um número de telefone ou de um ramal.",
  "subscriber.phone": "Isto não é um número de telefone; um exemplo é +44 20 7946 0018.",
  "subscriber.extension": "Um ramal tem de um a dez dígitos.",
  "subscriber.taken": "{email} já é usuário deste assinante.",
  "subscriber.external": "{email} pertence a outra organização e não pode receber um pacote aqui.",
  "subscriber.adminDowngrade": "Quem administra o assinante mantém o nível de {current}: {package} é inferior.",
  "subscriber.unsettled":
    "{email} está {state, select, PROVISIONING {em provisionamento} UPDATING {em alteração} DELETING {em exclusão} other {com um erro a resolver antes}}. Veja a execução e tente de novo quando ela terminar.",
  "subscriber.addonTwice": "{email} já tem este adicional.",
  "run.packages": "Pacotes de {customer}",
  "run.endOfAddon": "Encerramento de {addon} para {email}",
};
