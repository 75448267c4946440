export const onboarding = {
  "onboarding.unnamed": "Sem nome",
  "onboarding.stale": "{by} salvou isto depois que você o leu. Veja as duas versões antes de continuar.",
  "onboarding.draft": "Os dados não são o JSON de uma implantação ou passam de {max, number} bytes.",
  "onboarding.step": "A plataforma não tem essa etapa.",
  "onboarding.pbxEntries": "Esta plataforma não tem a etapa PBX: é preciso abrir mão antes dos dados dela.",
  "onboarding.pbxTaken": "O PBX já está configurado, por isso a plataforma fica.",
  "onboarding.done": "A implantação do assinante terminou; a partir de agora ele é alterado na página dele.",
  "onboarding.notYet": "As etapas anteriores vêm primeiro.",
  "onboarding.required":
    "Um novo assinante tem pelo menos um {role, select, MAINTAINER {mantenedor} other {administrador local}}: nenhum tem ainda nome e e-mail.",
  "onboarding.administrators": "No máximo {max} administradores do local são convidados de uma vez.",
  "onboarding.businessType": "Esse ramo de atividade não existe.",
  "onboarding.notAsked": "O PABX ainda não foi consultado. Consulte-o antes, ou continue sem a resposta dele.",
  "onboarding.notReached":
    "O PABX não respondeu como deveria. Altere o tronco e consulte de novo, ou continue sem a resposta dele.",
  "onboarding.notSynced": "Nenhum usuário foi trazido ainda. Entregue o arquivo da plataforma, ou continue sem ele.",
  "onboarding.syncUnderWay": "Ainda há usuários sendo trazidos. Espere o fim, ou cancele o resto.",
  "trunk.addressMissing": "Falta o endereço IP ou o nome de host do PABX.",
  "trunk.address": "Isto não é um endereço IP nem um nome de host, como 203.0.113.7 ou pbx.example.com.",
  "trunk.port": "Uma porta é um número inteiro de 1 a {max}.",
  "trunk.transport": "O SIP usa TCP, UDP ou TLS.",
  "trunk.users": "Um número de usuários é um número inteiro de 0 a {max, number}.",
  "trunk.passwordAgain":
    "O PABX tem outro endereço: digite a senha dele de novo. A que está guardada não é enviada a nenhum outro.",
  "trunk.stale": "O tronco foi alterado depois que você o leu. Veja como ele está agora antes de continuar.",
  "onboarding.left":
    "{by}, na etapa {step, select, CUSTOMER {assinante} GATEWAY {gateway} PBX {PABX} CONNECT {conexão} other {usuários}}",
};
