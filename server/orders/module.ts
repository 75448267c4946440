import { OrderEntity } from "./order.entity.ts";

export const orders = { entities: [OrderEntity], resolvers: [] };
