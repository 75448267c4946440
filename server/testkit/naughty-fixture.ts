import { encodeId, newId, type IdPrefix } from "@tierline/shared/id.ts";
import type { Shop } from "./shop.ts";

export interface NaughtyFixture {
  readonly actor: string;
  /** An input that goes through, with every text that there is; fresh at each call where something in it must be new. */
  readonly input: () => Promise<Record<string, unknown>>;
  /** Selection of the payload that gives back what was written; null where the call would do something that has no text. */
  readonly read: string | null;
}

export type Input = Record<string, unknown>;
export type Fixtures = Readonly<Record<string, NaughtyFixture>>;

const owner = "owner@acme.test";

export const keyed = (input: Input) => async (): Promise<Input> => ({ ...input, idempotencyKey: newId() });
export const of = (input: NaughtyFixture["input"], read: string | null = null, actor = owner): NaughtyFixture => ({
  input,
  read,
  actor,
});

/** Of a row that is changed again and again. */
export function versioned({ world }: Shop, prefix: IdPrefix, table: string, id: string, input: Input) {
  return async (): Promise<Input> => {
    const [row] = await world.database.rows<{ version: number }>(`select version from "${table}" where id = $1`, [id]);
    return { ...input, id: encodeId(prefix, id), version: row!.version };
  };
}
