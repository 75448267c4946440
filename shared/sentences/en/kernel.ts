export const kernel = {
  "idempotency.keyLength": "An idempotency key has 1 to 255 characters, NUL not among them.",
  "idempotency.mismatch": "This idempotency key was used for another request. Use a new key for a new request.",
  "idempotency.inFlight": "The same request is still being worked on. Ask again in a moment with the same key.",
  "idempotency.takenOver": "The same request was taken over elsewhere. Ask again with the same key.",
  "page.size": '"first" must be between 1 and {max}; ask for the next page with "after".',
  "page.cursor": '"after" is not a cursor of this list; use the endCursor of a page before.',
  "access.signIn": "Sign in first.",
  "access.notFound": "Nothing with this id exists for you.",
  "access.needs": 'You may not do this: it needs the permission "{permission}" ({code}).',
  "access.RESELLER_SUSPENDED":
    "Your reseller is suspended: you may look and end services, but neither create nor change. Ask whoever stands above it.",
  "access.RESELLER_NOT_ACTIVATED": "Your reseller is not activated yet. Activate it first; then this can be done.",
  "access.foreignSite": "Requests from other sites are not served.",
  "access.fault": "Something went wrong on our side. Tell your operator this id: {requestId}",
  "search.length": '"{field}" takes up to {max} characters of text.',
  "node.ids": '"ids" takes at most {max} ids.',
} as const;
