export const signUps = {
  "noun.firstName": "Un prénom",
  "noun.lastName": "Un nom de famille",
  "noun.company": "Un nom d’entreprise",
  "noun.termsUrl": "L’adresse des conditions",
  "signUp.termsUrl": "L’adresse des conditions commence par https://.",
  "signUp.emailDiffers": "Les deux adresses diffèrent.",
  "signUp.passwordDiffers": "Les deux mots de passe diffèrent.",
  "signUp.terms": "Acceptez d’abord les conditions.",
  "signUp.closed": "Personne ne peut s’inscrire ici pour le moment. Adressez-vous à votre fournisseur.",
  "signUp.emailTaken": "{email} a déjà un compte ici. Connectez-vous avec, ou demandez un nouveau mot de passe.",
  "signUp.mail.subject": "Devenir client de {reseller}",
  "signUp.mail.text":
    "cette adresse a été donnée pour devenir client de {reseller}. Si c’était vous, continuez ici dans les 24 heures ; si vous avez déjà un compte, connectez-vous plutôt :",
  "signUp.notice": "Nouvelle inscription",
  "signUp.waits": "{customer} attend d’être activé.",
  "signUp.notWaiting": "{customer} n’attend pas d’être activé. Relisez-le.",
  "signUp.screened": "La vérification a désactivé ce client. Son dossier est d’abord tranché.",
  "signUp.activated.subject": "Votre compte chez {reseller} est actif",
  "signUp.activated.text":
    "{reseller} a activé votre compte. Connectez-vous ici avec votre adresse e-mail et votre mot de passe :",
  "signUp.refused.subject": "Votre inscription chez {reseller}",
  "signUp.refused.text":
    "{reseller} ne vous a pas accepté comme client. Le motif : {reason} Ce que vous aviez donné pour vous connecter est oublié.",
} as const;
