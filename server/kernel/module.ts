import { CounterEntity, IdempotencyEntity, RateLimitEntity } from "./ground.entity.ts";

export const kernel = { entities: [CounterEntity, IdempotencyEntity, RateLimitEntity], resolvers: [] };
