export const meetings = {
  "meetings.operatorOnly": "Seul l’opérateur modifie les régions d’appel.",
  "meetings.region": "Région d’appel {region}",
  "meetings.stale": "La région a changé depuis que vous l’avez lue. Relisez-la avant de la modifier.",
  "meetings.siteStale": "Le site Meetings a changé depuis que vous l’avez lu. Relisez-le avant de le modifier.",
  "meetings.countryLeft":
    "Chaque pays appelle quelque part : ajoutez {countries} à une autre région au lieu de l’omettre ici.",
  "meetings.numbers": "Une région a {max} numéros au plus.",
  "meetings.phone": "Ce n’est pas un numéro que l’on puisse composer dans son pays.",
  "meetings.phoneTwice": "Ce numéro y est déjà.",
  "meetings.url": "Donnez le nom d’hôte du site, tel que acme.webex.com, sans https:// ni chemin.",
};
