export const catalog = {
  "offering.disabled": "Cette offre n’est pas vendue actuellement.",
  "offering.playbookMissing": "Son playbook manque : la mise en service est impossible.",
  "offering.country": "Cette offre n’est pas vendue dans ce pays ({country}).",
  "offering.customerState": "Le client n’est pas actif, et seuls les clients actifs reçoivent du nouveau.",
  "offering.forNobody": "Cette offre n’est destinée à aucun type de client.",
  "offering.forBusiness": "Cette offre est réservée aux entreprises.",
  "offering.forIndividuals": "Cette offre est réservée aux particuliers.",
  "offering.serviceState": "Le service n’est pas actif, et une option ne s’ajoute qu’à un service actif.",
  "offering.outOfStock": "Aucun article disponible : {item}.",
  "offering.noPrice": "Une offre a un prix récurrent ou unique ; 0,00 si elle est gratuite.",
  "offering.slugTaken": "Il existe déjà une offre avec l’identifiant « {slug} ».",
  "offering.templateUnknown":
    "Il n’existe aucun modèle d’article avec la clé « {key} ». Créez-le d’abord, ou nommez-en un autre.",
  "playbook.unknown": "Il n’existe aucun playbook avec la clé « {key} ».",
  "offering.segments": "Indiquez à quels clients l’offre est destinée.",
  "offering.facts": "Une carte a de la place pour {max} atouts.",
  "offering.months": "La durée va de {min} à {max} mois.",
  "offering.requirements": "Une offre demande {max} articles au plus.",
  "offering.slot":
    "Un emplacement commence par une minuscule et se compose de lettres, de chiffres et de tirets bas, par exemple sim.",
  "offering.slotTwice": "L’emplacement « {slot} » figure deux fois.",
  "offering.fields": "Une offre a {max} champs propres au plus.",
  "offering.keyTwice": "La clé « {key} » figure deux fois.",
  "offering.onlyChoice": "Seul un champ CHOICE a des choix.",
  "offering.choiceNeeded": "Un champ CHOICE a au moins un choix.",
  "offering.choices": "Un champ CHOICE a {max} choix au plus.",
  "offering.onlyLine": "Seul un forfait de téléphonie fixe a des appels simultanés.",
  "offering.onlyText": "Seul un champ TEXT a une longueur.",
  "offering.textLength": "Un texte compte de 1 à {max, number} caractères.",
  "offering.amount": "Un montant s’écrit comme 15.00 : non négatif, 12 chiffres au plus avant le point et 6 après.",
  "offering.otherOwner":
    "{offering} appartient à un revendeur au-dessus de vous ; vous ne pouvez qu’en fixer votre propre prix.",
  "stale.changed": "{name} a changé entre-temps. Relisez avant de modifier.",
  "offering.serviceTypeOther":
    "Elle convient aux services {type, select, MOBILE {mobiles} INTERNET {internet} IPTV {IPTV} VOIP {VoIP} other {{type}}}, et celui-ci est d’un autre type.",
  "offering.noService":
    "Le client n’a aucun service {type, select, MOBILE {mobile} INTERNET {internet} IPTV {IPTV} VOIP {VoIP} other {{type}}} actif auquel l’ajouter.",
  "template.inUse":
    "{template} ne peut pas être supprimé : {offerings, plural, =0 {il a des articles} one {# offre l’utilise} many {# d’offres l’utilisent} other {# offres l’utilisent}}.",
};
