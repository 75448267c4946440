export const developers = {
  "apiClient.noScope": "Dê ao programa pelo menos um escopo.",
  "apiClient.scope": "Você não pode conceder “{scope}”: você mesmo não pode fazer tudo isso, ou ele não existe.",
  "apiClient.ipListLength": "No máximo {max} endereços e redes podem ser indicados.",
  "apiClient.address": "Isto não é um endereço nem uma rede; escreva como 192.0.2.7 ou 2001:db8::/32.",
  "apiClient.pace": "Um programa pode fazer de 1 a {max} requisições por minuto.",
  "apiClient.tooMany": "Esta revenda já tem {max} programas, que é o máximo.",
  "apiClient.stale": "Alguém alterou este programa nesse meio-tempo. Recarregue e repita sua alteração.",
  "apiKey.days": "Uma chave vale de 1 a {max} dias.",
  "apiKey.lacking":
    "Você não pode fazer tudo o que os escopos deste programa dão, por isso não pode criar uma chave para ele. Retire esses escopos primeiro.",
  "webhook.urlLength": "Um endereço tem no máximo {max} caracteres.",
  "webhook.noEvent": "Escolha pelo menos um evento.",
  "webhook.tooMany": "Esta revenda já tem {max} endpoints, que é o máximo.",
  "webhook.stale": "Alguém alterou este endpoint nesse meio-tempo. Recarregue e repita sua alteração.",
  "webhook.isOff": "O endpoint está desligado. Ligue-o primeiro.",
  "webhook.noRange": "Indique as entregas ou o momento a partir do qual elas devem ser reenviadas.",
  "webhook.replayLength": "No máximo {max} entregas podem ser indicadas de uma vez.",
  "webhook.mail.warning": "Um endpoint de webhook não responde",
  "webhook.mail.failing":
    "Nada chega ao endpoint de webhook {url} há um dia. Se isso continuar, ele será desligado em cerca de {hours} horas; o que espera por ele fica guardado até lá. Veja o que ele respondeu e corrija ou altere aqui:",
  "webhook.mail.off": "Um endpoint de webhook foi desligado",
  "webhook.mail.failed":
    "Nada chega ao endpoint de webhook {url} há três dias, por isso ele foi desligado. O que espera por ele será enviado quando for ligado de novo:",
  "webhook.mail.gone":
    "O endpoint de webhook {url} respondeu que não existe mais (410), por isso foi desligado. O que espera por ele será enviado quando for ligado de novo:",
};
