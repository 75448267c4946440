export const signUps = {
  "noun.firstName": "Nome",
  "noun.lastName": "Sobrenome",
  "noun.company": "Nome da empresa",
  "noun.termsUrl": "Endereço das condições",
  "signUp.termsUrl": "As condições têm um endereço que começa com https://.",
  "signUp.emailDiffers": "Os dois endereços são diferentes.",
  "signUp.passwordDiffers": "As duas senhas são diferentes.",
  "signUp.terms": "Aceite primeiro as condições.",
  "signUp.closed": "No momento ninguém pode se cadastrar aqui. Fale com o seu provedor.",
  "signUp.emailTaken": "{email} já tem uma conta aqui. Entre com ela ou peça uma nova senha.",
  "signUp.mail.subject": "Torne-se assinante de {reseller}",
  "signUp.mail.text":
    "este endereço foi informado para se tornar assinante de {reseller}. Se foi você, continue aqui em até 24 horas; se você já tem uma conta, entre com ela:",
  "signUp.notice": "Novo cadastro",
  "signUp.waits": "{customer} espera ser ativado.",
  "signUp.notWaiting": "{customer} não espera ser ativado. Leia-o de novo.",
  "signUp.screened": "A triagem desativou este assinante. Decida primeiro o caso dele.",
  "signUp.activated.subject": "Sua conta em {reseller} está ativa",
  "signUp.activated.text": "{reseller} ativou sua conta. Entre aqui com seu e-mail e sua senha:",
  "signUp.refused.subject": "Seu cadastro em {reseller}",
  "signUp.refused.text":
    "{reseller} não aceitou você como assinante. O motivo: {reason} O que você nos informou para entrar foi esquecido.",
};
