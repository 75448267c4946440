export const resellers = {
  "reseller.key":
    "Une clé comporte des minuscules, des chiffres et des tirets entre eux, {max} au plus, par exemple acme-north.",
  "reseller.keyTaken": "Un autre revendeur porte déjà cette clé. Choisissez-en une autre.",
  "reseller.currency": "Ce n’est pas une devise de la norme ISO 4217 ; indiquez ses trois lettres, par exemple GBP.",
  "reseller.timeZone": "Ce n’est pas un fuseau horaire ; indiquez son nom, par exemple Europe/London.",
  "reseller.failureEmails": "{max} adresses au plus sont averties des exécutions échouées.",
  "reseller.delegated":
    "Vous ne pouvez pas laisser d’autres faire « {permission} » : vous n’y êtes pas autorisé vous-même, ou cela n’existe pas.",
  "reseller.presets": "Au plus {max} modèles peuvent être gardés. Supprimez-en un d’abord.",
  "reseller.presetTaken": "Un autre modèle porte déjà ce nom. Choisissez-en un autre.",
  "reseller.presetDefault": "Un seul modèle peut être celui des nouveaux clients.",
  "reseller.own": "C’est votre propre revendeur. Seuls ceux qui sont au-dessus peuvent le faire.",
  "reseller.stale": "Quelqu’un a modifié ce revendeur entre-temps. Rechargez-le et refaites votre modification.",
  "reseller.parentsField": "C’est votre parent qui en décide. Demandez-lui de le modifier.",
  "reseller.typeWord": "Tapez « {word} » pour fermer le revendeur.",
  "reseller.services":
    "{count, plural, one {# service n’est pas encore résilié} many {# de services ne sont pas encore résiliés} other {# services ne sont pas encore résiliés}}. Résiliez d’abord ; ensuite le revendeur peut être fermé.",
  "reseller.move":
    "{reseller} {state, select, PENDING {n’est pas encore activé} ACTIVE {est actif} SUSPENDED {est suspendu} CLOSED {est fermé} other {est ailleurs}} et ne peut pas {to, select, ACTIVE {devenir actif} SUSPENDED {être suspendu} CLOSED {être fermé} other {changer}} ainsi.",
  "reseller.moveCycle": "{reseller} ne peut pas passer sous lui-même ni sous l’un de ceux en dessous.",
  "reseller.moveSame": "Il est déjà sous {reseller}.",
  "reseller.moveRuns":
    "{count, plural, one {# exécution est en cours} many {# d’exécutions sont en cours} other {# exécutions sont en cours}} en dessous. Attendez la fin, ou annulez.",
  "reseller.moveTooMany":
    "Plus de {max, number} lignes lui appartiennent, à lui et à ceux en dessous. Déplacez d’abord ceux en dessous un par un.",
  "reseller.moveTies":
    "{count, plural, one {# élément} many {# d’éléments} other {# éléments}} chez lui et en dessous {count, plural, one {dépend} many {dépendent} other {dépendent}} de ce que {resellers} offre ou a en stock, que la nouvelle place ne voit pas.",
  "reseller.moveChanged": "Ce qui changerait n’est plus ce qui a été montré. Regardez à nouveau le plan.",
  "reseller.moveBusy": "Trop d’écritures sont en cours. Rien n’a été déplacé ; réessayez.",
  "reseller.limit":
    "Ceux d’au-dessus ne permettent ici que {max, number} {kind, select, customers {{max, plural, one {client} many {clients} other {clients}}} services {{max, plural, one {service} many {services} other {services}}} people {{max, plural, one {personne} many {personnes} other {personnes}}} other {{max, plural, one {revendeur} many {revendeurs} other {revendeurs}}}}. Demandez-leur davantage.",
  "reseller.sellableMax": "On peut nommer au plus {max, number} offres ici. Laissez-lui plutôt tout vendre.",
  "reseller.offeringUnknown": "Cette offre n’existe pas.",
  "reseller.offeringNotAbove":
    "{offering} ne peut pas être accordée : le revendeur au-dessus ne la vend pas lui-même, ou c’est l’une de ses propres offres, qu’il vend de toute façon.",
  "reseller.limitRange": "Une limite est un nombre de 0 à {max, number}.",
  "reseller.moveNumbers":
    "{count, plural, one {# numéro} many {# de numéros} other {# numéros}} de {reseller} et de ceux en dessous {count, plural, one {a été commandé} many {ont été commandés} other {ont été commandés}} au-dessus. Il faut {count, plural, one {le} many {les} other {les}} rendre avant un déplacement.",
  "reseller.numbers":
    "{count, plural, one {# numéro commandé} many {# de numéros commandés} other {# numéros commandés}} par {reseller} et ceux en dessous {count, plural, one {resterait} many {resteraient} other {resteraient}} à payer. Rendez-{count, plural, one {le} many {les} other {les}} d’abord, à sa place ; ensuite il peut être fermé.",
  "reseller.moveBalance":
    "Le solde de {reseller} avec son parent est de {amount}. Il faut le régler avant un déplacement.",
};
