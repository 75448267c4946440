export const resellerOrders = ["NAME", "TREE"] as const;
export type ResellerOrder = (typeof resellerOrders)[number];
