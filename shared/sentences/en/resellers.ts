export const resellers = {
  "reseller.key": "A key has lower case letters, digits and hyphens between them, {max} at most, such as acme-north.",
  "reseller.keyTaken": "Another reseller has this key already. Choose another.",
  "reseller.currency": "This is not a currency of ISO 4217; give its three letters, such as GBP.",
  "reseller.timeZone": "This is not a time zone; give its name, such as Europe/London.",
  "reseller.failureEmails": "At most {max} addresses hear of failed runs.",
  "reseller.delegated": 'You cannot let others do "{permission}": you may not do it yourself, or it does not exist.',
  "reseller.presets": "At most {max} presets can be kept. Remove one first.",
  "reseller.presetTaken": "Another preset has this name already. Choose another.",
  "reseller.presetDefault": "Only one preset can be that of new customers.",
  "reseller.own": "This is your own reseller. Only those above it can do this.",
  "reseller.stale": "Someone has changed this reseller meanwhile. Load it again and repeat your change.",
  "reseller.parentsField": "Your parent says what this is. Ask them to change it.",
  "reseller.typeWord": 'Type "{word}" to close the reseller.',
  "reseller.services":
    "{count, plural, one {# service is} other {# services are}} not terminated yet. Terminate them first; then the reseller can be closed.",
  "reseller.move":
    "{reseller} is {state, select, PENDING {not activated yet} ACTIVE {active} SUSPENDED {suspended} CLOSED {closed} other {elsewhere}} and cannot be {to, select, ACTIVE {made active} SUSPENDED {suspended} CLOSED {closed} other {moved}} like this.",
  "reseller.moveCycle": "{reseller} cannot come below itself or one of those below it.",
  "reseller.moveSame": "It stands below {reseller} already.",
  "reseller.moveRuns":
    "{count, plural, one {# run is} other {# runs are}} under way below it. Wait until {count, plural, one {it has} other {they have}} ended, or cancel {count, plural, one {it} other {them}}.",
  "reseller.moveTooMany":
    "More than {max, number} rows belong to it and those below. Move those below it one by one first.",
  "reseller.moveTies":
    "{count, plural, one {# thing} other {# things}} of it and those below {count, plural, one {hangs} other {hang}} on what {resellers} offers or holds in stock, which the new place does not see.",
  "reseller.moveChanged": "What would change is no longer what was shown. Look at the plan again.",
  "reseller.moveBusy": "Too much is being written at this moment. Nothing was moved; try again.",
  "reseller.limit":
    "Those above let only {max, number} {kind, select, customers {{max, plural, one {customer} other {customers}}} services {{max, plural, one {service} other {services}}} people {{max, plural, one {person} other {people}}} other {{max, plural, one {reseller} other {resellers}}}} be here. Ask them for more.",
  "reseller.sellableMax": "At most {max, number} offerings can be named here. Let it sell everything instead.",
  "reseller.offeringUnknown": "There is no such offering.",
  "reseller.offeringNotAbove":
    "{offering} cannot be let: the reseller above it does not sell it, or it is one of its own, which it sells in any case.",
  "reseller.limitRange": "A limit is a number from 0 to {max, number}.",
  "reseller.moveNumbers":
    "{count, plural, one {# number} other {# numbers}} of {reseller} and those below {count, plural, one {was} other {were}} ordered from above. {count, plural, one {It is} other {They are}} given back before a move.",
  "reseller.numbers":
    "{count, plural, one {# number} other {# numbers}} that {reseller} and those below have ordered would go on being paid for. Give {count, plural, one {it} other {them}} back first, in its place; then it can be closed.",
  "reseller.moveBalance": "The balance of {reseller} with its parent is {amount}. It has to be settled before a move.",
} as const;
