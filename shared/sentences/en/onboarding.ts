export const onboarding = {
  "onboarding.unnamed": "Without a name",
  "onboarding.stale": "{by} has saved this since you read it. Look at both versions before you go on.",
  "onboarding.draft": "The entries are no JSON of an onboarding, or more than {max, number} bytes.",
  "onboarding.step": "The platform has no such step.",
  "onboarding.pbxEntries": "This platform has no PBX step: the entries for it have to be given up first.",
  "onboarding.pbxTaken": "The PBX is set up already, so the platform stays.",
  "onboarding.done": "The customer is onboarded; its page is where it is changed from now on.",
  "onboarding.notYet": "The steps before this one come first.",
  "onboarding.required":
    "A new customer has at least one {role, select, MAINTAINER {maintainer} other {on-site administrator}}: none has a name and an e-mail yet.",
  "onboarding.administrators": "At most {max} site administrators are invited at once.",
  "onboarding.businessType": "There is no such type of business.",
} as const;
