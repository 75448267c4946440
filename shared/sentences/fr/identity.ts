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
  "signIn.waiting": "Votre compte attend d’être activé. Vous recevrez un e-mail dès que ce sera fait.",
  "signIn.tooOften":
    "Trop de tentatives de connexion. Réessayez dans {seconds, plural, one {# seconde} many {# de secondes} other {# secondes}}.",
  "signIn.busy": "Trop de personnes se connectent en ce moment. Réessayez dans quelques secondes.",
  "user.taken": "{email} a déjà un compte ici.",
  "password.tooShort": "Un mot de passe compte au moins {min} caractères ; une phrase se retient facilement.",
  "user.customer": "L’utilisateur d’un client est rattaché à un client, et lui seul.",
  "link.expired":
    "Ce lien ne fonctionne plus : il a été utilisé, remplacé ou retiré, ou il est trop ancien. Demandez-en un nouveau.",
  "invitation.fresh": "Une invitation lui a été envoyée il y a moins d’une minute. Patientez un peu.",
  "invitation.accepted": "Cette personne a déjà accepté l’invitation. Désactivez-la plutôt.",
  "password.common":
    "Trop de gens utilisent ce mot de passe ou un semblable. Prenez une phrase à laquelle vous seul penseriez.",
  "password.knownWord":
    "Un mot de passe ne doit pas contenir {word}, que chacun pourrait deviner d’après votre nom, votre adresse ou les nôtres.",
  "password.wrong": "Ce n’est pas votre mot de passe.",
  "user.stale":
    "Quelqu’un d’autre a modifié cette personne depuis que vous l’avez lue. Regardez à nouveau, puis enregistrez.",
  "user.exceeds":
    "Cette personne peut, ou pourrait, ce que vous ne pouvez pas. Adressez-vous à quelqu’un qui a plus de droits.",
  "user.lastOwner":
    "C’est la dernière personne qui puisse diriger ce revendeur. Invitez d’abord un autre propriétaire.",
  "user.oneself": "Vous ne pouvez pas vous désactiver vous-même.",
  "user.ownCustomer": "L’utilisateur d’un client ne voit que ce client et ne reçoit aucun rôle du revendeur.",
  "user.roles": "Une personne a {max} rôles au plus.",
  "user.customers": "On peut confier {max} clients au plus à une personne.",
  "user.unknownRole": "Ce rôle n’existe pas chez le revendeur de la personne.",
  "user.unknownCustomer": "Ce client n’existe pas dans le périmètre de la personne.",
  "role.exceeds": "Ce rôle donne ce que vous ne pouvez pas faire vous-même.",
  "role.lacking": "Vous n’avez pas vous-même {permission}.",
  "role.noPermission": "{permission} n’est pas une permission.",
  "role.limit": "Un revendeur a {max} rôles propres au plus.",
  "role.stale": "Quelqu’un d’autre a modifié ce rôle depuis que vous l’avez lu. Regardez à nouveau, puis enregistrez.",
  "role.taken": "Un rôle porte déjà ce nom.",
  "accountMail.greeting": "Bonjour {name},",
  "accountMail.ignore": "Si vous n’attendiez pas ce message, ne faites rien : sans le lien, il ne se passe rien.",
  "accountMail.invitation.subject": "Invitation chez {reseller}",
  "accountMail.invitation.text":
    "{by} vous invite à travailler chez {reseller}. Choisissez un mot de passe ici dans les 24 heures :",
  "accountMail.reset.subject": "Un nouveau mot de passe pour {reseller}",
  "accountMail.reset.text":
    "quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour {reseller}. Choisissez-le ici dans l’heure ; vous serez alors déconnecté partout :",
  "accountMail.emailOld.subject": "Votre adresse e-mail chez {reseller} doit changer",
  "accountMail.emailOld.text":
    "votre adresse e-mail chez {reseller} doit devenir {email}. Donnez votre accord ici dans les 24 heures ; la nouvelle adresse est interrogée aussi :",
  "accountMail.emailNew.subject": "Confirmez votre adresse e-mail chez {reseller}",
  "accountMail.emailNew.text":
    "cette adresse, {email}, doit servir à se connecter chez {reseller}. Confirmez-la ici dans les 24 heures ; l’ancienne adresse est interrogée aussi :",
  "factor.late": "Cela a pris trop de temps. Recommencez.",
  "factor.wrongCode": "Ce code n’est pas le bon ou a déjà servi. Prenez celui qui s’affiche maintenant.",
  "factor.wrongPasskey": "Cette clé d’accès n’a pas été acceptée. Réessayez ou prenez un autre facteur.",
  "factor.wanted": "Prouvez votre identité avec votre second facteur.",
  "factor.last": "Votre rôle exige un second facteur. Ajoutez-en un autre avant de retirer celui-ci.",
  "factor.limit": "Une personne a au plus {max} seconds facteurs. Retirez-en un d’abord.",
  "factor.none": "Il n’y a pas de second facteur dont ces codes compenseraient la perte. Ajoutez-en un d’abord.",
  "factor.session": "Pour prouver à nouveau son identité, il faut une session à soi. Reconnectez-vous.",
  "factor.oneself": "Vos propres facteurs se gèrent dans votre compte.",
  "factor.nothingToReset": "Cette personne n’a pas de second facteur.",
  "accountMail.factorsReset.subject": "Votre second facteur chez {reseller} a été réinitialisé",
  "accountMail.factorsReset.text":
    "{by} a retiré tous les seconds facteurs de votre compte chez {reseller}, et vous êtes déconnecté partout. Si vous ne l’avez pas demandé, prévenez aussitôt la personne qui y gère les comptes.",
  "accountMail.passwordChanged.subject": "Votre mot de passe chez {reseller} a été changé",
  "accountMail.passwordChanged.text":
    "le mot de passe de votre compte chez {reseller} a été changé, et ses autres sessions sont terminées. Si ce n’était pas vous, demandez-en aussitôt un nouveau à la page de connexion et prévenez la personne qui y gère les comptes.",
  "accountMail.factorAdded.subject": "Un second facteur a été ajouté à votre compte chez {reseller}",
  "accountMail.factorAdded.text":
    "un second facteur a été ajouté à votre compte chez {reseller}. Si ce n’était pas vous, prévenez aussitôt la personne qui y gère les comptes.",
  "accountMail.factorRemoved.subject": "Un second facteur de votre compte chez {reseller} a été retiré",
  "accountMail.factorRemoved.text":
    "un second facteur de votre compte chez {reseller} a été retiré. Si ce n’était pas vous, prévenez aussitôt la personne qui y gère les comptes.",
  "accountMail.codesRenewed.subject": "De nouveaux codes de secours ont été créés pour votre compte chez {reseller}",
  "accountMail.codesRenewed.text":
    "de nouveaux codes de secours ont été créés pour votre compte chez {reseller} ; les anciens ne valent plus rien. Si ce n’était pas vous, prévenez aussitôt la personne qui y gère les comptes.",
  "acting.reason": "Dites pourquoi vous agissez à sa place ; c’est conservé avec tout ce que vous faites.",
  "acting.session": "Agir pour un autre est réservé à qui s’est connecté avec sa propre session.",
};
