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
};
