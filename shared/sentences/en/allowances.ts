export const allowances = {
  "allowance.minutes": "An allowance has 1 to {max} minutes.",
  "allowance.rollover": "From 0 to {max} minutes go over.",
  "allowance.fee":
    "A fee in {currency} is 0 to {max}, {digits, select, 0 {without decimals} other {with {digits} decimals at most}}.",
  "allowance.tooManyPrefixes": "An allowance has {max} prefixes at most.",
  "allowance.taken": "Another allowance is called {name}.",
  "allowance.tooMany": "A reseller has {max} allowances at most.",
  "allowance.cycleDay": "A cycle begins on a day from 1 to 31.",
  "allowance.cycleStays": "The cycle keeps its day as long as there are allowances. Take them away first.",
  "allowance.tooManySlots": "A customer has {max} allowances at most.",
  "allowance.slotTwice": "There is another one for the same calls.",
  "allowance.notFromLocal": "Only long distance draws on local minutes, and then it has none of its own.",
  "allowance.localRequired": "There are no local minutes of the same kind to draw on.",
  "allowance.required": "Choose an allowance.",
  "allowance.unknown": "There is no such allowance.",
  "allowance.hasPrefixes": "This allowance names its numbers itself. Add it to those for certain numbers.",
  "allowance.notOffered": "This allowance is not offered any more.",
} as const;
