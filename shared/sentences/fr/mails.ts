export const mails = {
  "mail.hello": "Bonjour {name},",
  "mail.welcome.subject": "{service} est prêt",
  "mail.welcome.text": "votre service {service} ({offering}) est désormais actif.",
  "mail.welcome.help": "Si quelque chose ne fonctionne pas, répondez à ce message ou appelez-nous.",
  "mail.addon.subject": "{offering} a été ajouté",
  "mail.addon.text": "{offering} a été ajouté à votre service {service} et peut être utilisé dès maintenant.",
  "mail.plan.subject": "{service} : {offering}",
  "mail.plan.text": "votre service {service} a désormais le forfait {offering}.",
  "mail.goodbye.subject": "{service} a pris fin",
  "mail.goodbye.text": "votre service {service} a pris fin. Il ne vous sera plus rien facturé à ce titre.",
  "mail.goodbye.thanks": "Merci de votre confiance.",
  "balanceMail.low.subject": "Le solde de {buyer} est inférieur à {mark}",
  "balanceMail.low.text": "Le solde de {buyer} est de {balance}, sous le seuil de {mark} signalé à cette adresse.",
  "balanceMail.low.next":
    "Le prochain message viendra quand il aura de nouveau atteint ce seuil, puis sera repassé dessous.",
  "balanceMail.warned.subject": "Votre solde chez {seller} est de {balance}",
  "balanceMail.balance": "votre solde chez {seller} est de {balance}.",
  "balanceMail.warned.reseller":
    "Quand il sera épuisé, ni vous ni personne au-dessous de vous ne pourra commander ou appeler avant votre paiement. Merci de payer à temps.",
  "balanceMail.warned.customer":
    "Quand il sera épuisé, vos services pourront être suspendus jusqu’à votre paiement. Merci de payer à temps.",
  "balanceMail.nearLimit.subject": "Quatre cinquièmes de votre limite de crédit sont utilisés",
  "balanceMail.nearLimit.text":
    "votre solde chez {seller} est de {balance} : quatre cinquièmes de votre limite de crédit sont utilisés.",
  "balanceMail.nearLimit.then": "À la limite, ni appels ni commandes ne passent plus. Merci de payer à temps.",
  "balanceMail.limitReached.subject": "Votre limite de crédit est atteinte",
  "balanceMail.limitReached.text":
    "votre solde chez {seller} est de {balance} et votre limite de crédit est atteinte. Appels et commandes passeront de nouveau dès qu’une somme sera payée.",
  "balanceMail.suspended.subject": "Il ne reste rien sur votre compte chez {seller}",
  "balanceMail.suspended.reseller":
    "Jusqu’à votre paiement, ni vous ni personne au-dessous de vous ne peut commander ou appeler.",
  "balanceMail.suspended.customer":
    "Vos services sont suspendus jusqu’à votre paiement et reviendront alors d’eux-mêmes.",
  "balanceMail.restored.subject": "Votre paiement est arrivé",
  "balanceMail.restored.text":
    "votre solde chez {seller} est de {balance} : ce qui était suspendu pour cela fonctionne de nouveau.",
  "balanceMail.terminated.subject": "Vos services chez {seller} prennent fin",
  "balanceMail.terminated.text":
    "votre solde chez {seller} est de {balance} et n’a pas été payé à temps. Vos services prennent fin.",
} as const;
