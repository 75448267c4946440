export const developers = {
  "apiClient.noScope": "Give the program at least one scope.",
  "apiClient.scope": 'You cannot give "{scope}": you may not do all of it yourself, or it does not exist.',
  "apiClient.ipListLength": "At most {max} addresses and networks can be named.",
  "apiClient.address": "This is neither an address nor a network; write it like 192.0.2.7 or 2001:db8::/32.",
  "apiClient.pace": "A program may make between 1 and {max} requests a minute.",
  "apiClient.tooMany": "This reseller has {max} programs already, which is as many as there can be.",
  "apiClient.stale": "Someone has changed this program meanwhile. Load it again and repeat your change.",
  "apiKey.days": "A key works between 1 and {max} days.",
  "apiKey.lacking":
    "You may not do all that this program's scopes give, so you cannot make a key for it. Take those scopes away first.",
  "webhook.urlLength": "An address has at most {max} characters.",
  "webhook.noEvent": "Choose at least one event.",
  "webhook.tooMany": "This reseller has {max} endpoints already, which is as many as there can be.",
  "webhook.stale": "Someone has changed this endpoint meanwhile. Load it again and repeat your change.",
  "webhook.isOff": "The endpoint is switched off. Switch it on first.",
  "webhook.noRange": "Name deliveries, or the time from which they shall be sent again.",
  "webhook.replayLength": "At most {max} deliveries can be named at once.",
  "webhook.mail.warning": "A webhook endpoint does not answer",
  "webhook.mail.failing":
    "Nothing has reached the webhook endpoint {url} for a day. If that lasts, it is switched off in about {hours} hours; what waits for it is kept until then. See what it answered, and mend or change it here:",
  "webhook.mail.off": "A webhook endpoint was switched off",
  "webhook.mail.failed":
    "Nothing has reached the webhook endpoint {url} for three days, so it was switched off. What waits for it is sent when it is switched on again:",
  "webhook.mail.gone":
    "The webhook endpoint {url} answered that it is gone (410), so it was switched off. What waits for it is sent when it is switched on again:",
} as const;
