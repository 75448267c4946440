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
  "onboarding.notAsked": "The PBX was not asked yet whether it is there. Ask it first, or go on without its answer.",
  "onboarding.notReached":
    "The PBX did not answer as it should. Change its trunk and ask again, or go on without its answer.",
  "onboarding.notSynced": "No users were brought over yet. Hand in the platform’s file of them, or go on without.",
  "onboarding.syncUnderWay": "Users are still being brought over. Wait for the end, or cancel the rest.",
  "trunk.addressMissing": "The IP address or host name of the PBX is missing.",
  "trunk.address": "This is no IP address and no host name, such as 203.0.113.7 or pbx.example.com.",
  "trunk.port": "A port is a whole number from 1 to {max}.",
  "trunk.transport": "SIP is carried by TCP, UDP or TLS.",
  "trunk.users": "A number of users is a whole number from 0 to {max, number}.",
  "trunk.passwordAgain": "The PBX has another address: type its password again. The kept one is sent to no other.",
  "trunk.stale": "The trunk was changed since you read it. Look at it as it is now before you go on.",
  "onboarding.left":
    "{by}, at {step, select, CUSTOMER {the customer} GATEWAY {the gateway} PBX {the PBX} CONNECT {the connection} other {the users}}",
} as const;
