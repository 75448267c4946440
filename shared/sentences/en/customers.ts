export const customers = {
  "customer.sites": "A customer has at most {max} sites.",
  "customer.contacts": "A customer has at most {max} contacts.",
  "customer.archived": "An archived customer is kept as it is.",
  "customer.stale": "Someone has changed this customer meanwhile. Load it again and repeat your change.",
  "customer.countryRequired": "A country is required.",
  "customer.country": "This is not a country of ISO 3166-1; give its two letters, such as GB.",
  "customer.languageRequired": "A language is required.",
  "customer.language": "This is not a language; give its code, such as en or pt-BR.",
  "customer.percent": "A name has no % in it.",
  "customer.postalCode": "This is not a postal code of this country; one looks like {example}.",
  "customer.homeCountryOther": "The home country is that of the billing address: leave it out, or give the same.",
  "customer.homeCountryStays":
    "The home country stays what it was. To change it, move the customer to another country.",
  "customer.taxNumberRequired": "A customer in this country has a {label}.",
  "customer.taxNumber": "This is not a {label}; one looks like {example}, and its last digits follow from the others.",
  "customer.taxNumberNone": "Customers of this kind have no tax number in their country.",
  "contact.roles": "A contact has at least one role.",
  "contact.email": "Problems are reported to this contact by e-mail: an address is needed.",
  "contact.twice": "{email} is a contact of this customer with one of these roles already.",
  "contact.lastRequired":
    "This is the customer's last {role, select, MAINTAINER {maintainer} other {on-site administrator}}. Add another one first.",
  "customer.waiting": "The contacts can be changed once the customer’s reseller has activated it.",
  "customer.tags": "A customer has at most {max} tags.",
  "customer.tagTwice": "This tag is there twice.",
  "customer.attributes": "A customer has at most {max} attributes.",
  "customer.attributeTwice": "This attribute is there twice.",
  "customer.resellerState":
    "{reseller} is {state, select, PENDING {not activated yet} SUSPENDED {suspended} CLOSED {closed} other {not active}} and cannot take new customers.",
  "customer.linesRange": "Lines are a number from 0 to {max, number}, or left open.",
  "customer.delegated":
    'You cannot let the people of a customer do "{permission}": you lack it yourself, or it is not for customers.',
  "customer.move":
    "{customer} is {state, select, WAITING {not activated yet} ACTIVE {active} SUSPENDED {suspended} other {not active}}, so this cannot be done.",
  "task.customerNotActive": "The customer is not active, so nothing is provisioned for them.",
  "subject.part": "{part} of {customer}",
  "customer.domains": "A customer has at most {max} e-mail domains.",
  "customer.domain": "This is not a domain such as acme.com.",
  "customer.domainTaken": "{domain} is another customer’s domain here already.",
  "customer.dependents":
    "{customer} still has {services, plural, =0 {no service} one {# service} other {# services}} and {numbers, plural, =0 {no number} one {# number} other {# numbers}}. End and return them first.",
  "customer.balanceLeft": "The balance of {customer} is {amount}. It has to be paid, paid out or written off first.",
  "customer.externalId": "Another customer was created as {id}, with other input.",
} as const;
