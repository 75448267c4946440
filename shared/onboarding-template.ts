export const authentications = ["OURS", "SAML"] as const;
/** Where a customer's people prove who they are: here, or at the identity provider of whoever sells to them. */
export type Authentication = (typeof authentications)[number];
