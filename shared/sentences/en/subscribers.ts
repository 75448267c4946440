export const subscribers = {
  "package.unknown": "There is no such package or add-on here.",
  "package.twice": "{package} is named twice.",
  "package.tooMany": "A customer has at most {max, number} packages and add-ons.",
  "package.limitRange": "A limit is a number from 0 to {max, number}, or left open.",
  "package.limit": "{package}: {used, number} of {limit, number} are taken. Raise the limit, or free one first.",
  "package.limitBelow":
    "{used, plural, one {# person has} other {# people have}} {package}: it cannot be limited to {limit, number}.",
  "package.inUse":
    "{users, plural, one {# person has} other {# people have}} {package} and would lose it. Confirm this to take it away.",
  "package.needs": "{package} goes with {needs}, and none of these is there.",
  "package.notForPeople": "{package} is the customer’s as a whole and is given to nobody.",
  "package.comingSoon": "{package} is not sold yet.",
  "package.notOfCustomer": "The customer does not have {package}. Give it to the customer first.",
  "package.location": "A package with calling needs a location: name, address, time zone and language.",
  "package.address":
    "A package needs the customer’s postal address, and there is none. Enter its billing address, then give the package.",
  "package.addressParts":
    "A package needs the customer’s whole postal address, and a part of it is missing or wrong. Complete its billing address, then give the package.",
  "package.siteParts":
    "A package needs a whole postal address, and a part of that of {site}, from where the customer’s calls come, is missing or wrong. Complete the site, then give the package.",
  "package.administrator":
    "Who administers the customer gets {package}, the highest of its packages: allow at least one.",
  "package.email":
    "A package needs somebody who administers the customer, and no e-mail address is known. Enter the customer’s e-mail, then give the package.",
  "package.country":
    "Packages are not provided in {country}: no dial-in region serves it. Whoever runs the platform can add it to one.",
  "package.noneFailed": "None of the customer’s packages has failed.",
  "subscriber.packageRequired": "A subscriber has a package: name one.",
  "subscriber.onePackage": "A subscriber has one package and no more. Add-ons are assigned beside it.",
  "subscriber.packageTwice": "Name the package once: as package or in packages.",
  "subscriber.reach": "A package with calling needs a phone number or an extension.",
  "subscriber.phone": "This is no phone number; one looks like +44 20 7946 0018.",
  "subscriber.extension": "An extension has one to ten digits.",
  "subscriber.taken": "{email} is a subscriber of this customer already.",
  "subscriber.external": "{email} belongs to another organisation and cannot be given a package here.",
  "subscriber.adminDowngrade": "Who administers the customer keeps the level of {current}: {package} is a lower one.",
  "subscriber.unsettled":
    "{email} is {state, select, PROVISIONING {being provisioned} UPDATING {being changed} DELETING {being deleted} other {in an error that has to be settled first}}. See the run, and try again when it has ended.",
  "subscriber.addonTwice": "{email} has this add-on already.",
  "run.packages": "Packages of {customer}",
  "run.endOfAddon": "End of {addon} for {email}",
} as const;
