import { InMemoryCache, type Cache, type Reference } from "@apollo/client";

type Fields = Record<string, unknown>;

/**
 * A state of a run that was overtaken on its way (an answer over HTTP after a push over the socket) is not put over a newer one:
 * where the cache knows a higher `sequence`, what is known stays, of the run and of all that came with it: its service, its items and
 * its order are of the same moment. A merge function of the type can't do this: when it is asked, the entity has already been written.
 */
export class SequencedCache extends InMemoryCache {
  override write(options: Cache.WriteOptions): Reference | undefined {
    const overtaken = this.overtakenIn(options.result);
    if (overtaken.size === 0) return super.write(options);
    let written: Reference | undefined;
    this.batch({
      update: () => {
        written = super.write(options);
        for (const [id, known] of overtaken) this.putBack(id, known);
      },
    });
    return written;
  }

  private overtakenIn(result: unknown): Map<string, Fields> {
    const overtaken = new Map<string, Fields>();
    for (const run of runsIn(result)) {
      const id = this.identify({ __typename: "ProvisioningRun", id: run.id });
      const sequence = id === undefined ? undefined : this.fieldsOf(id)["sequence"];
      if (typeof sequence !== "number" || sequence <= run.sequence) continue;
      for (const entity of this.entitiesIn(run)) overtaken.set(entity, this.fieldsOf(entity));
    }
    return overtaken;
  }

  private *entitiesIn(value: unknown): Generator<string> {
    if (typeof value !== "object" || value === null) return;
    const id = Array.isArray(value) ? undefined : this.identify({ ...value });
    if (id !== undefined) yield id;
    for (const part of Object.values(value)) yield* this.entitiesIn(part);
  }

  private fieldsOf(id: string): Fields {
    const known: Fields = {};
    this.modify<Fields>({
      id,
      broadcast: false,
      fields: (value: unknown, { storeFieldName }) => {
        known[storeFieldName] = value;
        return value;
      },
    });
    return known;
  }

  private putBack(id: string, known: Fields): void {
    this.modify<Fields>({
      id,
      broadcast: false,
      fields: (value: unknown, { storeFieldName }) => (storeFieldName in known ? known[storeFieldName] : value),
    });
  }
}

interface RunLike {
  readonly id: string;
  readonly sequence: number;
}

function* runsIn(value: unknown): Generator<RunLike> {
  if (typeof value !== "object" || value === null) return;
  if (isRun(value)) yield value;
  for (const part of Object.values(value)) yield* runsIn(part);
}

function isRun(value: object): value is RunLike {
  return (
    "__typename" in value &&
    value.__typename === "ProvisioningRun" &&
    "id" in value &&
    typeof value.id === "string" &&
    "sequence" in value &&
    typeof value.sequence === "number"
  );
}
