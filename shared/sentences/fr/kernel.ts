export const kernel = {
  "idempotency.keyLength": "Une clé d’idempotence compte de 1 à 255 caractères, sans NUL.",
  "idempotency.mismatch":
    "Cette clé d’idempotence a servi pour une autre requête. Prenez une nouvelle clé pour une nouvelle requête.",
  "idempotency.inFlight":
    "La même requête est encore en cours de traitement. Redemandez dans un instant avec la même clé.",
  "idempotency.takenOver": "La même requête a été reprise ailleurs. Redemandez avec la même clé.",
  "page.size": "« first » va de 1 à {max} ; demandez la page suivante avec « after ».",
  "audit.search": "Le texte d’un filtre a au plus {max, number} caractères.",
  "page.cursor": "« after » n’est pas un curseur de cette liste ; prenez l’endCursor d’une page précédente.",
  "access.signIn": "Connectez-vous d’abord.",
  "access.notFound": "Rien n’existe pour vous sous cet identifiant.",
  "access.needs": "Vous n’avez pas ce droit : il faut la permission « {permission} » ({code}).",
  "access.needsScope": "Cette clé ne le permet pas : il lui manque la portée « {scope} », qui donne {code}.",
  "access.key": "Cette clé est inconnue, expirée ou révoquée.",
  "access.twoCredentials": "Envoyez un cookie ou une clé, pas les deux.",
  "access.keyAddress": "Cette clé ne peut pas être utilisée depuis {ip}.",
  "access.tooOften":
    "Trop de requêtes. Réessayez dans {seconds, plural, one {# seconde} many {# de secondes} other {# secondes}}.",
  "access.introspection": "Connectez-vous ou envoyez une clé pour lire le schéma.",
  "access.RESELLER_SUSPENDED":
    "Votre revendeur est suspendu : vous pouvez consulter et résilier des services, mais ni créer ni modifier. Adressez-vous à qui se trouve au-dessus.",
  "access.RESELLER_NOT_ACTIVATED":
    "Votre revendeur n’est pas encore activé. Activez-le d’abord ; ensuite ce sera possible.",
  "access.ACTING_ENDED":
    "Votre temps d’action à la place d’un autre est écoulé, rien n’a donc été fait. Quittez, ou recommencez.",
  "access.SECOND_FACTOR_REQUIRED":
    "Votre rôle exige un second facteur en plus du mot de passe. Configurez-en un d’abord, puis recommencez.",
  "access.PASSWORD_CHANGE_REQUIRED":
    "Votre mot de passe a été créé pour vous. Choisissez-en d’abord un que vous seul connaissez, puis recommencez.",
  "access.stepUp": "Cet acte demande une preuve récente de votre identité. Donnez-la, puis recommencez.",
  "access.ACTING_READ_ONLY":
    "Vous regardez ce qu’une autre personne voit : rien ne peut être modifié. Cessez d’abord d’agir pour elle.",
  "access.notWhileActing": "Ceci n’appartient qu’à la personne : ce n’est pas montré à qui agit pour elle.",
  "access.actingExceeds": "Vous ne pouvez pas agir pour quelqu’un qui a plus de droits que vous.",
  "access.foreignSite": "Les requêtes venant d’autres sites ne sont pas servies.",
  "access.fault": "Une erreur s’est produite de notre côté. Donnez cet identifiant à votre opérateur : {requestId}",
  "search.length": "« {field} » prend jusqu’à {max} caractères de texte.",
  "node.ids": "« ids » prend {max} identifiants au plus.",
  "csv.tooLong":
    "Une liste de plus de {max} lignes ne devient pas un fichier d’un coup : raccourcissez-la par des filtres, ou demandez-la à votre propre place.",
  "csv.busy": "{max} fichiers au plus sont préparés pour vous à la fois : attendez que l’un soit prêt.",
};
