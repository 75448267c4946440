export const services = {
  "service.ended": "Le service a déjà pris fin.",
  "service.notYet": "Le service n’est pas encore en place : défaites plutôt son exécution.",
  "service.stale": "Le service a changé depuis que vous l’avez lu. Regardez-le encore une fois, puis mettez-y fin.",
  "service.typeName": "Saisissez le nom du service, {name}, pour confirmer qu’il doit prendre fin.",
  "service.busy": "L’exécution {number} travaille encore sur ce service. Attendez sa fin, ou abandonnez-la.",
  "secret.shown":
    "Il a été montré à {name} et n’est conservé nulle part. Faites-en un nouveau par une nouvelle commande.",
  "secret.shownToSomebody":
    "Il a déjà été montré et n’est conservé nulle part. Faites-en un nouveau par une nouvelle commande.",
  "task.noServiceToActivate": "Cette exécution n’a pas de service à activer.",
  "task.notPending": "Le service n’est plus en préparation.",
  "task.nothingAdded": "Cette exécution n’ajoute rien à un service.",
  "task.noServiceToEnd": "Cette exécution n’a pas de service auquel mettre fin.",
  "task.notEndable": "Dans son état actuel, on ne peut pas mettre fin au service.",
};
