import { newId } from "@tierline/shared/id.ts";
import type { IdSet, SweptPrefix } from "./sweep-world.ts";

export interface SweepFixture {
  /** What an argument named only `id` is an id of. */
  readonly id?: SweptPrefix;
  /** Arguments that Beta's owner could really send, when the id in the place named last of `tried` is put in. */
  readonly args: (own: IdSet, tried?: string) => Record<string, unknown>;
}

export const plain = (args: Record<string, unknown> = {}): SweepFixture => ({ args: () => args });
export const page = plain({ first: 20 });
export const byId = (id: SweptPrefix): SweepFixture => ({ id, args: (own) => ({ id: own[id] }) });
export const input = (of: (own: IdSet, tried?: string) => Record<string, unknown>, id?: SweptPrefix): SweepFixture => ({
  ...(id === undefined ? {} : { id }),
  args: (own, tried) => ({ input: of(own, tried) }),
});
export const idempotencyKey = () => newId();
