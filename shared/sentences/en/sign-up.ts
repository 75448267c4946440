export const signUps = {
  "noun.firstName": "A first name",
  "noun.lastName": "A last name",
  "noun.company": "A company’s name",
  "noun.termsUrl": "The address of the terms",
  "signUp.termsUrl": "Terms have an address that begins with https://.",
  "signUp.emailDiffers": "The two addresses differ.",
  "signUp.passwordDiffers": "The two passwords differ.",
  "signUp.terms": "Agree to the terms first.",
  "signUp.closed": "Nobody can sign up here at the moment. Turn to your provider.",
  "signUp.emailTaken": "{email} has an account here already. Sign in with it, or ask for a new password.",
  "signUp.mail.subject": "Become a customer of {reseller}",
  "signUp.mail.text":
    "this address was given to become a customer of {reseller}. If it was you, go on here within 24 hours; where you have an account already, sign in instead:",
  "signUp.notice": "New sign-up",
  "signUp.waits": "{customer} waits to be activated.",
  "signUp.notWaiting": "{customer} does not wait to be activated. Read it again.",
  "signUp.screened": "Screening has switched this customer off. Its case is decided first.",
  "signUp.activated.subject": "Your account at {reseller} is active",
  "signUp.activated.text": "{reseller} has activated your account. Sign in here with your e-mail address and password:",
  "signUp.refused.subject": "Your sign-up at {reseller}",
  "signUp.refused.text":
    "{reseller} has not taken you on as a customer. The reason: {reason} What you told us to sign in with is forgotten.",
} as const;
