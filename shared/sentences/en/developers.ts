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
} as const;
