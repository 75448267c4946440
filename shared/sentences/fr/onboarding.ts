export const onboarding = {
  "onboarding.unnamed": "Sans nom",
  "onboarding.stale":
    "{by} a enregistré ceci depuis que vous l’avez lu. Regardez les deux versions avant de continuer.",
  "onboarding.draft": "Les saisies ne sont pas le JSON d’un accueil, ou dépassent {max, number} octets.",
  "onboarding.step": "La plateforme n’a pas cette étape.",
  "onboarding.pbxEntries": "Cette plateforme n’a pas d’étape PBX : il faut d’abord abandonner ses saisies.",
  "onboarding.pbxTaken": "Le PBX est déjà configuré : la plateforme reste.",
  "onboarding.done": "L’accueil du client est terminé ; il se modifie désormais sur sa page.",
  "onboarding.notYet": "Les étapes précédentes viennent d’abord.",
  "onboarding.required":
    "Un nouveau client a au moins un {role, select, MAINTAINER {mainteneur} other {administrateur sur place}} : aucun n’a encore de nom et d’e-mail.",
  "onboarding.administrators": "{max} administrateurs de site au plus sont invités à la fois.",
  "onboarding.businessType": "Ce type d’activité n’existe pas.",
};
