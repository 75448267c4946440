export const customerTemplates = {
  "customerTemplate.unknown": "Your reseller has no onboarding template with this provisioning id.",
  "customerTemplate.stale": "The template has changed since you read it. Read it again before you change it.",
  "customerTemplate.nameTaken": "There is a template {name} already.",
  "customerTemplate.tooMany": "A reseller has at most {max} templates.",
  "customerTemplate.packages": "A template has at most {max} packages.",
  "customerTemplate.package": "The catalog has no offering with this key.",
  "customerTemplate.inUse":
    "{customers, plural, one {# customer was} other {# customers were}} created by {name}; what they were created by stays.",
} as const;
