export const developers = {
  "apiClient.noScope": "Geben Sie dem Programm mindestens einen Scope.",
  "apiClient.scope":
    "Sie können „{scope}“ nicht vergeben: Sie dürfen selbst nicht alles davon, oder es gibt ihn nicht.",
  "apiClient.ipListLength": "Höchstens {max} Adressen und Netze können angegeben werden.",
  "apiClient.address": "Das ist weder eine Adresse noch ein Netz; schreiben Sie es wie 192.0.2.7 oder 2001:db8::/32.",
  "apiClient.pace": "Ein Programm darf zwischen 1 und {max} Anfragen pro Minute stellen.",
  "apiClient.tooMany": "Dieser Reseller hat schon {max} Programme; mehr sind nicht möglich.",
  "apiClient.stale":
    "Jemand hat dieses Programm inzwischen geändert. Laden Sie es neu und wiederholen Sie Ihre Änderung.",
  "apiKey.days": "Ein Schlüssel gilt zwischen 1 und {max} Tagen.",
  "apiKey.lacking":
    "Sie dürfen nicht alles, was die Scopes dieses Programms erlauben, und können daher keinen Schlüssel dafür erstellen. Nehmen Sie diese Scopes zuerst weg.",
  "webhook.urlLength": "Eine Adresse hat höchstens {max} Zeichen.",
  "webhook.noEvent": "Wählen Sie mindestens ein Ereignis.",
  "webhook.tooMany": "Dieser Reseller hat schon {max} Endpunkte; mehr sind nicht möglich.",
  "webhook.stale":
    "Jemand hat diesen Endpunkt inzwischen geändert. Laden Sie ihn neu und wiederholen Sie Ihre Änderung.",
  "webhook.isOff": "Der Endpunkt ist ausgeschaltet. Schalten Sie ihn zuerst ein.",
  "webhook.noRange": "Nennen Sie Zustellungen oder die Zeit, ab der sie erneut gesendet werden sollen.",
  "webhook.replayLength": "Höchstens {max} Zustellungen können auf einmal genannt werden.",
  "webhook.mail.warning": "Ein Webhook-Endpunkt antwortet nicht",
  "webhook.mail.failing":
    "Seit einem Tag hat den Webhook-Endpunkt {url} nichts erreicht. Bleibt das so, wird er in etwa {hours} Stunden ausgeschaltet; was auf ihn wartet, bleibt bis dahin erhalten. Sehen Sie hier, was er geantwortet hat, und reparieren oder ändern Sie ihn:",
  "webhook.mail.off": "Ein Webhook-Endpunkt wurde ausgeschaltet",
  "webhook.mail.failed":
    "Seit drei Tagen hat den Webhook-Endpunkt {url} nichts erreicht, daher wurde er ausgeschaltet. Was auf ihn wartet, wird gesendet, wenn er wieder eingeschaltet wird:",
  "webhook.mail.gone":
    "Der Webhook-Endpunkt {url} hat geantwortet, dass es ihn nicht mehr gibt (410), daher wurde er ausgeschaltet. Was auf ihn wartet, wird gesendet, wenn er wieder eingeschaltet wird:",
};
