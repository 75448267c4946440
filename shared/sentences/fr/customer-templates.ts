export const customerTemplates = {
  "customerTemplate.unknown": "Votre revendeur n’a aucun modèle d’accueil avec cet identifiant d’approvisionnement.",
  "customerTemplate.stale": "Le modèle a changé depuis que vous l’avez lu. Relisez-le avant de le modifier.",
  "customerTemplate.nameTaken": "Il y a déjà un modèle {name}.",
  "customerTemplate.tooMany": "Un revendeur a {max} modèles au plus.",
  "customerTemplate.packages": "Un modèle a {max} offres au plus.",
  "customerTemplate.package": "Le catalogue n’a aucune offre avec cette clé.",
  "customerTemplate.inUse":
    "{customers, plural, one {# client a été créé} many {# de clients ont été créés} other {# clients ont été créés}} avec {name} ; ce qui a servi à les créer reste.",
};
