const mask = "••••••";

/** A value that must never be logged, planned or shown. Only `reveal` gives it away, and only connectors call it. */
export class Secret {
  readonly #value: string;
  constructor(value: string) {
    this.#value = value;
  }
  reveal(): string {
    return this.#value;
  }
  toString(): string {
    return mask;
  }
  toJSON(): string {
    return mask;
  }
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return mask;
  }
}

/** A value that exists only once the run has begun (an id, a time): shown in a plan as ‹name›. */
export class Unknown {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  toString(): string {
    return `‹${this.name}›`;
  }
  toJSON(): string {
    return this.toString();
  }
}

/** Text assembled from parts, so that it can be rendered twice: as it is sent, and as it may be seen. */
export type Part =
  | string
  | number
  | boolean
  | null
  | Secret
  | Unknown
  | readonly Part[]
  | { readonly [key: string]: Part };

/** What goes over the wire. */
export function revealed(part: Part): string | number | boolean | null | unknown[] | Record<string, unknown> {
  if (part instanceof Secret) return part.reveal();
  if (part instanceof Unknown) return part.toString();
  if (Array.isArray(part)) return part.map((each: Part) => revealed(each));
  if (typeof part === "object" && part !== null) {
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, revealed(value)]));
  }
  return part;
}

/** What people may see: secrets as dots, the not yet known as ‹name›. */
export function masked(part: Part): string {
  return typeof part === "string" ? part : JSON.stringify(part);
}
