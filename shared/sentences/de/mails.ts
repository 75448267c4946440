export const mails = {
  "mail.hello": "Guten Tag {name},",
  "mail.welcome.subject": "{service} ist bereit",
  "mail.welcome.text": "Ihr Dienst {service} ({offering}) ist ab sofort aktiv.",
  "mail.welcome.help": "Wenn etwas nicht funktioniert, antworten Sie auf diese E-Mail oder rufen Sie uns an.",
  "mail.addon.subject": "{offering} wurde hinzugefügt",
  "mail.addon.text": "{offering} wurde zu Ihrem Dienst {service} hinzugefügt und kann ab sofort genutzt werden.",
  "mail.plan.subject": "{service}: {offering}",
  "mail.plan.text": "Ihr Dienst {service} hat ab sofort den Tarif {offering}.",
  "mail.goodbye.subject": "{service} ist beendet",
  "mail.goodbye.text": "Ihr Dienst {service} ist beendet. Dafür wird nichts mehr berechnet.",
  "mail.goodbye.thanks": "Vielen Dank, dass Sie bei uns waren.",
  "balanceMail.low.subject": "Der Kontostand von {buyer} liegt unter {mark}",
  "balanceMail.low.text":
    "Der Kontostand von {buyer} beträgt {balance} und liegt damit unter {mark}, der Schwelle, ab der diese Adresse benachrichtigt wird.",
  "balanceMail.low.next":
    "Die nächste E-Mail kommt erst, wenn die Schwelle wieder erreicht war und erneut unterschritten wird.",
  "balanceMail.warned.subject": "Ihr Kontostand bei {seller} beträgt {balance}",
  "balanceMail.balance": "Ihr Kontostand bei {seller} beträgt {balance}.",
  "balanceMail.warned.reseller":
    "Ist das Konto leer, können weder Sie noch jemand unter Ihnen bestellen oder anrufen, bis Sie gezahlt haben. Bitte zahlen Sie rechtzeitig.",
  "balanceMail.warned.customer":
    "Ist das Konto leer, können Ihre Dienste gesperrt werden, bis Sie gezahlt haben. Bitte zahlen Sie rechtzeitig.",
  "balanceMail.nearLimit.subject": "Vier Fünftel Ihres Kreditrahmens sind genutzt",
  "balanceMail.nearLimit.text":
    "Ihr Kontostand bei {seller} beträgt {balance}: Vier Fünftel Ihres Kreditrahmens sind genutzt.",
  "balanceMail.nearLimit.then":
    "Ist er ausgeschöpft, gehen weder Anrufe noch Bestellungen durch. Bitte zahlen Sie rechtzeitig.",
  "balanceMail.limitReached.subject": "Ihr Kreditrahmen ist ausgeschöpft",
  "balanceMail.limitReached.text":
    "Ihr Kontostand bei {seller} beträgt {balance}, und Ihr Kreditrahmen ist ausgeschöpft. Anrufe und Bestellungen gehen wieder durch, sobald etwas gezahlt ist.",
  "balanceMail.suspended.subject": "Ihr Konto bei {seller} ist leer",
  "balanceMail.suspended.reseller":
    "Bis Sie gezahlt haben, können weder Sie noch jemand unter Ihnen bestellen oder anrufen.",
  "balanceMail.suspended.customer":
    "Ihre Dienste sind gesperrt, bis Sie gezahlt haben, und kommen dann von selbst zurück.",
  "balanceMail.restored.subject": "Ihre Zahlung ist eingegangen",
  "balanceMail.restored.text":
    "Ihr Kontostand bei {seller} beträgt {balance}: Was deshalb gesperrt war, funktioniert wieder.",
  "balanceMail.terminated.subject": "Ihre Dienste bei {seller} werden beendet",
  "balanceMail.terminated.text":
    "Ihr Kontostand bei {seller} beträgt {balance} und wurde nicht rechtzeitig ausgeglichen. Ihre Dienste werden beendet.",
};
