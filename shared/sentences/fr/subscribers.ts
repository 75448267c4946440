export const subscribers = {
  "package.unknown": "Il n’y a pas de tel pack ni de telle option ici.",
  "package.twice": "{package} est indiqué deux fois.",
  "package.tooMany": "Un client a au plus {max, number} packs et options.",
  "package.limitRange": "Une limite est un nombre de 0 à {max, number}, ou reste ouverte.",
  "package.limit":
    "{package} : {used, number} sur {limit, number} sont pris. Relevez la limite ou libérez-en un d’abord.",
  "package.limitBelow":
    "{used, plural, one {# personne a} many {# de personnes ont} other {# personnes ont}} {package} : la limite ne peut pas être {limit, number}.",
  "package.inUse":
    "{users, plural, one {# personne a} many {# de personnes ont} other {# personnes ont}} {package} et le {users, plural, one {perdrait} many {perdraient} other {perdraient}}. Confirmez pour le retirer.",
  "package.needs": "{package} va avec {needs}, et rien de cela n’est là.",
  "package.notForPeople": "{package} appartient au client dans son ensemble et n’est donné à personne.",
  "package.comingSoon": "{package} n’est pas encore vendu.",
  "package.notOfCustomer": "Le client n’a pas {package}. Donnez-le d’abord au client.",
  "package.location": "Un pack avec appels demande un lieu : nom, adresse, fuseau horaire et langue.",
  "package.address":
    "Un pack demande l’adresse postale du client, et il n’y en a pas. Saisissez son adresse de facturation, puis donnez le pack.",
  "package.addressParts":
    "Un pack demande l’adresse postale complète du client, et il en manque une partie ou elle est fausse. Complétez son adresse de facturation, puis donnez le pack.",
  "package.siteParts":
    "Un pack demande une adresse postale complète, et une partie de celle de {site}, d’où viennent les appels du client, manque ou est fausse. Complétez le site, puis donnez le pack.",
  "package.administrator":
    "Qui administre le client reçoit {package}, le plus élevé de ses packs : autorisez-en au moins un.",
  "package.email":
    "Un pack demande quelqu’un qui administre le client, et aucune adresse e-mail n’est connue. Saisissez l’e-mail du client, puis donnez le pack.",
  "package.country":
    "Les packs ne sont pas fournis dans ce pays ({country}) : aucune région d’appel ne le dessert. L’exploitant de la plateforme peut l’ajouter à l’une d’elles.",
  "package.noneFailed": "Aucun pack du client n’a échoué.",
  "subscriber.packageRequired": "Un abonné a un pack : indiquez-le.",
  "subscriber.onePackage": "Un abonné a un seul pack. Les options s’attribuent à côté.",
  "subscriber.packageTwice": "Indiquez le pack une seule fois : dans package ou dans packages.",
  "subscriber.reach": "Un pack avec appels demande un numéro de téléphone ou un poste.",
  "subscriber.phone": "Ce n’est pas un numéro de téléphone ; par exemple +44 20 7946 0018.",
  "subscriber.extension": "Un poste a de un à dix chiffres.",
  "subscriber.taken": "{email} est déjà un abonné de ce client.",
  "subscriber.external": "{email} appartient à une autre organisation et ne peut pas recevoir de pack ici.",
  "subscriber.adminDowngrade": "Qui administre le client garde le niveau de {current} : {package} est inférieur.",
  "subscriber.unsettled":
    "{email} est {state, select, PROVISIONING {en cours de mise en service} UPDATING {en cours de modification} DELETING {en cours de suppression} other {en erreur, à régler d’abord}}. Voyez l’exécution et réessayez quand elle est finie.",
  "subscriber.addonTwice": "{email} a déjà cette option.",
  "run.packages": "Packs de {customer}",
  "run.endOfAddon": "Fin de {addon} pour {email}",
};
