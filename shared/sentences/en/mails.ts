export const mails = {
  "mail.hello": "Hello {name},",
  "mail.welcome.subject": "{service} is ready",
  "mail.welcome.text": "your service {service} ({offering}) is active from now on.",
  "mail.welcome.help": "If something does not work, answer this mail or call us.",
  "mail.addon.subject": "{offering} was added",
  "mail.addon.text": "{offering} was added to your service {service} and can be used from now on.",
  "mail.plan.subject": "{service}: {offering}",
  "mail.plan.text": "your service {service} has the plan {offering} from now on.",
  "mail.goodbye.subject": "{service} has ended",
  "mail.goodbye.text": "your service {service} has ended. Nothing further will be charged for it.",
  "mail.goodbye.thanks": "Thank you for having been with us.",
  "balanceMail.low.subject": "The balance of {buyer} is below {mark}",
  "balanceMail.low.text": "The balance of {buyer} is {balance}, below the {mark} that this address is told of.",
  "balanceMail.low.next": "The next mail comes when it has been there again and falls below it once more.",
  "balanceMail.warned.subject": "Your balance with {seller} is {balance}",
  "balanceMail.balance": "your balance with {seller} is {balance}.",
  "balanceMail.warned.reseller":
    "When it ends, neither you nor anybody below you can order or call until you have paid. Please pay in time.",
  "balanceMail.warned.customer":
    "When it ends, your services may be suspended until you have paid. Please pay in time.",
  "balanceMail.nearLimit.subject": "Four fifths of your credit limit are used",
  "balanceMail.nearLimit.text": "your balance with {seller} is {balance}: four fifths of your credit limit are used.",
  "balanceMail.nearLimit.then": "At the limit neither calls nor orders go through. Please pay in time.",
  "balanceMail.limitReached.subject": "Your credit limit is reached",
  "balanceMail.limitReached.text":
    "your balance with {seller} is {balance}, and your credit limit is reached. Calls and orders go through again when something is paid.",
  "balanceMail.suspended.subject": "Nothing is left on your account with {seller}",
  "balanceMail.suspended.reseller": "Until you have paid, neither you nor anybody below you can order or call.",
  "balanceMail.suspended.customer":
    "Your services are suspended until you have paid, and come back by themselves then.",
  "balanceMail.restored.subject": "Your payment has arrived",
  "balanceMail.restored.text": "your balance with {seller} is {balance}: what was suspended for it works again.",
  "balanceMail.terminated.subject": "Your services with {seller} are ended",
  "balanceMail.terminated.text":
    "your balance with {seller} is {balance} and was not paid in time. Your services are being ended.",
} as const;
