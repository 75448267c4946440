export const signUps = {
  "noun.firstName": "Ein Vorname",
  "noun.lastName": "Ein Nachname",
  "noun.company": "Ein Firmenname",
  "noun.termsUrl": "Die Adresse der Bedingungen",
  "signUp.termsUrl": "Die Adresse der Bedingungen beginnt mit https://.",
  "signUp.emailDiffers": "Die beiden Adressen sind verschieden.",
  "signUp.passwordDiffers": "Die beiden Passwörter sind verschieden.",
  "signUp.terms": "Stimmen Sie zuerst den Bedingungen zu.",
  "signUp.closed": "Zurzeit kann sich hier niemand registrieren. Wenden Sie sich an Ihren Anbieter.",
  "signUp.emailTaken":
    "{email} hat hier schon ein Konto. Melden Sie sich damit an oder fordern Sie ein neues Passwort an.",
  "signUp.mail.subject": "Kunde von {reseller} werden",
  "signUp.mail.text":
    "mit dieser Adresse möchte jemand Kunde von {reseller} werden. Wenn Sie es sind, fahren Sie hier innerhalb von 24 Stunden fort; wenn Sie schon ein Konto haben, melden Sie sich stattdessen an:",
  "signUp.notice": "Neue Registrierung",
  "signUp.waits": "{customer} wartet auf die Freischaltung.",
  "signUp.notWaiting": "{customer} wartet nicht auf die Freischaltung. Lesen Sie den Kunden noch einmal.",
  "signUp.screened": "Die Sanktionsprüfung hat diesen Kunden deaktiviert. Zuerst wird über den Fall entschieden.",
  "signUp.activated.subject": "Ihr Konto bei {reseller} ist freigeschaltet",
  "signUp.activated.text":
    "{reseller} hat Ihr Konto freigeschaltet. Melden Sie sich hier mit Ihrer E-Mail-Adresse und Ihrem Passwort an:",
  "signUp.refused.subject": "Ihre Registrierung bei {reseller}",
  "signUp.refused.text":
    "{reseller} hat Sie nicht als Kunden angenommen. Der Grund: {reason} Ihre Zugangsdaten sind gelöscht.",
};
