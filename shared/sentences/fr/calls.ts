export const calls = {
  "call.file": "Le fichier se lit jusqu’ici ; cette ligne n’est ni du JSON ni du CSV commençant par une ligne de noms.",
  "call.tooMany": "On remet {max} appels au plus à la fois.",
  "call.field": "{field} manque ou n’a pas la forme voulue.",
  "call.who": "Dites de qui est l’appel : une ligne ou un client.",
  "call.unknownLine": "Cette ligne n’existe pas.",
  "call.unknownCustomer": "Ce client n’existe pas.",
  "call.order": "On décroche après le début, et la fin vient ensuite.",
  "call.future": "Il commence dans le futur.",
  "call.late": "Les appels sont pris jusqu’à {days} jours après avoir eu lieu.",
  "call.number": "On appelle un numéro, avec l’indicatif du pays ou avec un 0 devant.",
  "call.mismatch": "Un autre appel a été remis sous cette clé.",
  "call.unknownCorrected": "Aucun appel n’a été remis sous la clé que celui-ci corrige.",
  "call.correctAbove":
    "Vous achetez cet appel, et son relevé ne vient pas de votre propre commutateur : c’est à votre vendeur de le corriger.",
  "call.notCorrectable": "Il est encore en cours, ou est lui-même une correction : corrigez l’appel dont il s’agit.",
  "call.seconds": "Un appel dure des secondes entières, {max, number} au plus.",
  "call.rerateStale":
    "Le prix de ces appels n’est plus celui du plan. Regardez les nouveaux montants, puis appliquez-les.",
  "call.rerateRange": "La fin est postérieure au début.",
  "call.reratePrefix": "Le début d’un numéro se compose de chiffres, avec l’indicatif du pays.",
  "call.days": "{days} jours au plus à la fois : demandez une période plus courte, puis la suivante.",
};
