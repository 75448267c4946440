/** How calls that come in on a customer's number are charged: each by its minutes, or none of them. */
export const didBillings = ["PER_MINUTE", "FLAT"] as const;
export type DidBilling = (typeof didBillings)[number];

/** How seconds are counted unless a number says otherwise: whole minutes. */
export const didCadence = "60/60";

/** Whether who is called pays for what is otherwise paid by who calls. */
export const numberKinds = ["SIMPLE", "TOLL_FREE"] as const;
export type NumberKind = (typeof numberKinds)[number];
