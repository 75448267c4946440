export const customers = {
  "customer.sites": "Un client a {max} sites au plus.",
  "customer.contacts": "Un client a {max} contacts au plus.",
  "customer.archived": "Un client archivé reste tel quel.",
  "customer.stale": "Quelqu’un a modifié ce client entre-temps. Rechargez-le et refaites votre modification.",
  "customer.countryRequired": "Indiquez un pays.",
  "customer.country": "Ceci n’est pas un pays d’ISO 3166-1 ; donnez ses deux lettres, par exemple FR.",
  "customer.languageRequired": "Indiquez une langue.",
  "customer.language": "Ceci n’est pas une langue ; donnez son code, par exemple fr ou pt-BR.",
  "customer.percent": "Un nom ne contient pas de %.",
  "customer.postalCode": "Ce n’est pas un code postal de ce pays ; exemple : {example}.",
  "customer.homeCountryOther":
    "Le pays d’origine est celui de l’adresse de facturation : omettez-le ou donnez le même.",
  "customer.homeCountryStays":
    "Le pays d’origine reste ce qu’il était. Pour en changer, déplacez le client vers un autre pays.",
  "customer.taxNumberRequired": "Un client de ce pays a un numéro {label}.",
  "customer.taxNumber":
    "Ce n’est pas un numéro {label} ; exemple : {example}, où les derniers chiffres découlent des autres.",
  "customer.taxNumberNone": "Les clients de ce type n’ont pas de numéro fiscal dans leur pays.",
  "contact.roles": "Un contact a au moins un rôle.",
  "contact.email": "Les problèmes sont signalés à ce contact par e-mail : il faut une adresse.",
  "contact.twice": "{email} est déjà un contact de ce client avec l’un de ces rôles.",
  "contact.lastRequired":
    "C’est {role, select, MAINTAINER {le dernier mainteneur} other {le dernier administrateur sur place}} du client. Ajoutez-en d’abord un autre.",
  "customer.waiting": "Les contacts peuvent être modifiés dès que le revendeur du client l’a activé.",
  "customer.tags": "Un client a {max} étiquettes au plus.",
  "customer.tagTwice": "Cette étiquette figure deux fois.",
  "customer.attributes": "Un client a {max} attributs au plus.",
  "customer.attributeTwice": "Cet attribut figure deux fois.",
  "customer.resellerState":
    "{reseller} {state, select, PENDING {n’est pas encore activé} SUSPENDED {est suspendu} CLOSED {est fermé} other {n’est pas actif}} et ne peut pas accueillir de nouveaux clients.",
  "customer.linesRange": "Le nombre de lignes va de 0 à {max, number}, ou reste ouvert.",
  "customer.delegated":
    "Vous ne pouvez pas accorder « {permission} » aux utilisateurs d’un client : vous n’avez pas ce droit, ou il n’est pas destiné aux clients.",
  "customer.move":
    "{customer} est {state, select, WAITING {pas encore activé} ACTIVE {actif} SUSPENDED {suspendu} other {inactif}} : cela ne peut pas être fait.",
  "task.customerNotActive": "Le client n’est pas actif : rien n’est mis en service pour lui.",
  "subject.part": "{part}, {customer}",
  "customer.domains": "Un client a au plus {max} domaines e-mail.",
  "customer.domain": "Ce n’est pas un domaine comme acme.com.",
  "customer.domainTaken": "{domain} est déjà le domaine d’un autre client ici.",
  "customer.dependents":
    "{customer} a encore {services, plural, =0 {aucun service} one {# service} many {# de services} other {# services}} et {numbers, plural, =0 {aucun numéro} one {# numéro} many {# de numéros} other {# numéros}}. Mettez-y d’abord fin.",
  "customer.balanceLeft":
    "Le solde de {customer} est de {amount}. Il faut d’abord le payer, le rembourser ou l’annuler.",
  "customer.externalId": "Un autre client a été créé sous {id}, avec d’autres données.",
};
