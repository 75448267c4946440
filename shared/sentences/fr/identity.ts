export const identity = {
  "signIn.http": "Connectez-vous par HTTP : la session est conservée dans un cookie.",
  "signIn.emailLength": "Une adresse e-mail compte {max} caractères au plus.",
  "password.tooLong": "Un mot de passe compte {max} caractères au plus.",
  "signIn.keyLength": "La clé d’un revendeur compte {max} caractères au plus.",
  "signIn.email": "Ceci n’est pas une adresse e-mail.",
  "signIn.key": "Ceci n’est pas la clé d’un revendeur.",
  "signIn.noMatch": "L’e-mail et le mot de passe ne correspondent pas. Vérifiez les deux et réessayez.",
  "signIn.several": "Vous avez des comptes chez plusieurs revendeurs. Indiquez lequel.",
  "signIn.deactivated":
    "Ce compte est désactivé. Adressez-vous à la personne qui gère les comptes dans votre entreprise.",
  "signIn.tooOften":
    "Trop de tentatives de connexion. Réessayez dans {seconds, plural, one {# seconde} many {# de secondes} other {# secondes}}.",
  "signIn.busy": "Trop de personnes se connectent en ce moment. Réessayez dans quelques secondes.",
  "user.taken": "{email} a déjà un compte ici.",
  "password.tooShort": "Un mot de passe compte au moins {min} caractères ; une phrase se retient facilement.",
  "user.customer": "L’utilisateur d’un client est rattaché à un client, et lui seul.",
};
