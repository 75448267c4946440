export const mails = {
  "mail.hello": "Olá, {name},",
  "mail.welcome.subject": "{service}: tudo pronto",
  "mail.welcome.text": "seu serviço {service} ({offering}) está ativo a partir de agora.",
  "mail.welcome.help": "Se algo não funcionar, responda a este e-mail ou ligue para nós.",
  "mail.addon.subject": "{offering}: adicional incluído",
  "mail.addon.text": "o adicional {offering} foi incluído no seu serviço {service} e já pode ser usado.",
  "mail.plan.subject": "{service}: {offering}",
  "mail.plan.text": "seu serviço {service} tem o plano {offering} a partir de agora.",
  "mail.goodbye.subject": "{service}: serviço encerrado",
  "mail.goodbye.text": "seu serviço {service} foi encerrado. Nada mais será cobrado por ele.",
  "mail.goodbye.thanks": "Obrigado por ter estado conosco.",
  "balanceMail.low.subject": "O saldo de {buyer} está abaixo de {mark}",
  "balanceMail.low.text": "O saldo de {buyer} é {balance}, abaixo dos {mark} sobre os quais este endereço é avisado.",
  "balanceMail.low.next": "O próximo e-mail vem quando o saldo voltar a esse valor e cair abaixo dele outra vez.",
  "balanceMail.warned.subject": "Seu saldo com {seller} é {balance}",
  "balanceMail.balance": "seu saldo com {seller} é {balance}.",
  "balanceMail.warned.reseller":
    "Quando ele acabar, nem você nem quem está abaixo de você poderá fazer pedidos ou chamadas até o pagamento. Pague a tempo, por favor.",
  "balanceMail.warned.customer":
    "Quando ele acabar, seus serviços podem ser suspensos até o pagamento. Pague a tempo, por favor.",
  "balanceMail.nearLimit.subject": "Quatro quintos do seu limite de crédito foram usados",
  "balanceMail.nearLimit.text":
    "seu saldo com {seller} é {balance}: quatro quintos do seu limite de crédito foram usados.",
  "balanceMail.nearLimit.then": "No limite, nem chamadas nem pedidos são aceitos. Pague a tempo, por favor.",
  "balanceMail.limitReached.subject": "Seu limite de crédito foi atingido",
  "balanceMail.limitReached.text":
    "seu saldo com {seller} é {balance}, e seu limite de crédito foi atingido. Chamadas e pedidos voltam a ser aceitos quando algo for pago.",
  "balanceMail.suspended.subject": "Sua conta com {seller} está sem saldo",
  "balanceMail.suspended.reseller":
    "Até o pagamento, nem você nem quem está abaixo de você pode fazer pedidos ou chamadas.",
  "balanceMail.suspended.customer": "Seus serviços estão suspensos até o pagamento e então voltam automaticamente.",
  "balanceMail.restored.subject": "Seu pagamento chegou",
  "balanceMail.restored.text":
    "seu saldo com {seller} é {balance}: o que estava suspenso por causa dele voltou a funcionar.",
  "balanceMail.terminated.subject": "Seus serviços com {seller} serão encerrados",
  "balanceMail.terminated.text":
    "seu saldo com {seller} é {balance} e não foi pago a tempo. Seus serviços estão sendo encerrados.",
};
