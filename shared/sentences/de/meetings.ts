export const meetings = {
  "meetings.operatorOnly": "Einwahlregionen ändert nur der Betreiber.",
  "meetings.region": "Einwahlregion {region}",
  "meetings.stale": "Die Region hat sich inzwischen geändert. Laden Sie sie neu, bevor Sie sie ändern.",
  "meetings.siteStale": "Die Meetings-Site hat sich inzwischen geändert. Laden Sie sie neu, bevor Sie sie ändern.",
  "meetings.countryLeft":
    "Jedes Land wählt sich irgendwo ein: Fügen Sie {countries} einer anderen Region hinzu, statt es hier wegzulassen.",
  "meetings.numbers": "Eine Region hat höchstens {max} Nummern.",
  "meetings.phone": "Das ist keine Nummer, die in ihrem Land gewählt werden könnte.",
  "meetings.phoneTwice": "Diese Nummer ist schon da.",
  "meetings.url": "Geben Sie den Hostnamen der Site an, etwa acme.webex.com, ohne https:// und Pfad.",
};
