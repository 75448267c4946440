export const services = {
  "service.ended": "The service has ended already.",
  "service.notYet": "The service is not provisioned yet: roll its run back instead.",
  "service.stale": "The service has changed since you read it. Look at it again, then end it.",
  "service.typeName": "Type the name of the service, {name}, to confirm that it shall end.",
  "service.busy": "Run {number} is still at work on this service. Wait for its end, or cancel it.",
  "secret.shown": "It was shown to {name} and is kept nowhere. Make a new one by ordering again.",
  "secret.shownToSomebody": "It was shown already and is kept nowhere. Make a new one by ordering again.",
  "task.noServiceToActivate": "This run has no service to activate.",
  "task.notPending": "The service is not pending any more.",
  "task.nothingAdded": "This run adds nothing to a service.",
  "task.noServiceToEnd": "This run has no service to end.",
  "task.notEndable": "The service cannot be ended in its present state.",
} as const;
