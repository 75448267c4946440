export const provisioning = {
  "run.notWaiting": "The run does not wait for this task to be done by a person.",
  "run.stale": "The run has changed since you looked at it. Look again, then decide.",
  "run.queueFull": "{max, number} runs are already under way. Try again when some of them are done.",
  "run.mayNot": "You may not operate runs.",
  "run.retryOnlyFailed": "Only a failed run can be retried.",
  "run.retryExhausted":
    "The run was retried {count, plural, one {# time} other {# times}}; an operator has to reset it first.",
  "run.rollBackOnce": "Only a run that has stopped can be rolled back, and only once.",
  "run.notUndoable": "What this run did cannot be undone.",
  "run.undoPassed": "The time for undoing this order has passed.",
  "run.cancelOnly": "Only a run that is queued, running or waiting can be cancelled.",
  "playbook.noVersion": "This version of the playbook does not exist.",
  "playbook.actionMissing": "The playbook names an action that does not exist: {action}.",
  "task.inputWrong": 'The input "{input}" does not fit: {reason}',
} as const;
