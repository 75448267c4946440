export const provisioning = {
  "run.notWaiting": "L’exécution n’attend pas que cette tâche soit faite par une personne.",
  "run.stale": "L’exécution a changé depuis que vous l’avez regardée. Regardez encore une fois, puis décidez.",
  "run.queueFull": "{max, number} exécutions sont déjà en cours. Réessayez quand certaines seront terminées.",
  "run.mayNot": "Vous n’avez pas le droit d’agir sur les exécutions.",
  "run.retryOnlyFailed": "Seule une exécution échouée peut être réessayée.",
  "run.retryExhausted":
    "L’exécution a été réessayée {count, plural, one {# fois} many {# de fois} other {# fois}} ; un opérateur doit d’abord la réinitialiser.",
  "run.rollBackOnce": "Seule une exécution arrêtée peut être défaite, et une seule fois.",
  "run.notUndoable": "Ce que cette exécution a fait ne peut pas être défait.",
  "run.undoPassed": "Le délai pour annuler cette commande est passé.",
  "run.cancelOnly": "Seule une exécution en file, en cours ou en attente peut être abandonnée.",
  "playbook.noVersion": "Cette version du playbook n’existe pas.",
  "playbook.actionMissing": "Le playbook nomme une action qui n’existe pas : {action}.",
  "task.inputWrong": "L’entrée « {input} » ne convient pas : {reason}",
};
