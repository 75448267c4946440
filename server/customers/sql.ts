/** A piece of a statement with its values: text is ours alone, whatever a caller typed is a parameter. */
export interface Sql {
  readonly text: string;
  readonly params: readonly unknown[];
}

export function all(conditions: readonly Sql[]): Sql {
  return joined(conditions, "and", "true");
}

export function any(conditions: readonly Sql[]): Sql {
  return joined(conditions, "or", "false");
}

function joined(conditions: readonly Sql[], word: "and" | "or", ofNone: "true" | "false"): Sql {
  if (conditions.length === 0) return { text: ofNone, params: [] };
  return {
    text: `(${conditions.map(({ text }) => text).join(` ${word} `)})`,
    params: conditions.flatMap(({ params }) => params),
  };
}

export function not({ text, params }: Sql): Sql {
  return { text: `not ${text}`, params };
}
