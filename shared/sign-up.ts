/** Whether whoever signs up is asked for something. */
export const signUpAsks = ["OFF", "OPTIONAL", "REQUIRED"] as const;
export type SignUpAsk = (typeof signUpAsks)[number];

/** What a reseller may ask for or not; name, e-mail, password and country are asked for always. */
export const signUpFields = ["address", "phone", "company"] as const;
export type SignUpField = (typeof signUpFields)[number];

/** How long the link that proves an e-mail leads on. */
export const signUpHours = 24;

/** Links that are mailed in an hour for all who sign up at one reseller. */
export const signUpsPerReseller = 120;

export const termsUrlLengthMax = 500;
