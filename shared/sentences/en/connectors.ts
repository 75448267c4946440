export const connectors = {
  "connector.stale":
    "Someone else has changed this connector since you read it. Read it again, then repeat your change.",
  "connector.noSetting": '{connector} has no setting "{key}".',
  "connector.settingLength": "A setting has at most {max, number} characters.",
  "lab.none": "No lab belongs to this installation.",
  "lab.silent": "The lab does not answer. It is started again by itself; try once more in a moment.",
  "connector.valueNeeded": "{setting}: a value is needed.",
  "connector.valueWrong": "{setting}: {reason}",
} as const;
