export const meetings = {
  "meetings.operatorOnly": "Call-in regions are changed by the operator alone.",
  "meetings.region": "Call-in region {region}",
  "meetings.stale": "The region has changed since you read it. Read it again before you change it.",
  "meetings.siteStale": "The Meetings site has changed since you read it. Read it again before you change it.",
  "meetings.countryLeft":
    "Every country dials in somewhere: add {countries} to another region instead of leaving it out here.",
  "meetings.numbers": "A region has at most {max} numbers.",
  "meetings.phone": "This is no number that could be dialled in its country.",
  "meetings.phoneTwice": "This number is there already.",
  "meetings.url": "Give the site's host name, such as acme.webex.com, without https:// and path.",
} as const;
