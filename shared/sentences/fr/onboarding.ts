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
  "onboarding.notAsked": "Le PBX n’a pas encore été interrogé. Interrogez-le d’abord, ou continuez sans sa réponse.",
  "onboarding.notReached":
    "Le PBX n’a pas répondu comme il faut. Modifiez sa liaison et interrogez-le de nouveau, ou continuez sans sa réponse.",
  "onboarding.notSynced":
    "Aucun utilisateur n’a encore été repris. Remettez le fichier de la plateforme, ou continuez sans.",
  "onboarding.syncUnderWay": "Des utilisateurs sont encore en cours de reprise. Attendez la fin, ou annulez le reste.",
  "trunk.addressMissing": "Il manque l’adresse IP ou le nom d’hôte du PBX.",
  "trunk.address": "Ce n’est ni une adresse IP ni un nom d’hôte, comme 203.0.113.7 ou pbx.example.com.",
  "trunk.port": "Un port est un nombre entier de 1 à {max}.",
  "trunk.transport": "SIP passe par TCP, UDP ou TLS.",
  "trunk.users": "Un nombre d’utilisateurs est un nombre entier de 0 à {max, number}.",
  "trunk.passwordAgain":
    "Le PBX a une autre adresse : tapez de nouveau son mot de passe. Celui qui est gardé n’est envoyé à aucune autre.",
  "trunk.stale":
    "La liaison a été modifiée depuis que vous l’avez lue. Regardez-la telle qu’elle est avant de continuer.",
  "onboarding.left":
    "{by}, à l’étape {step, select, CUSTOMER {client} GATEWAY {passerelle} PBX {PBX} CONNECT {connexion} other {utilisateurs}}",
};
