/** A closed list of names as the enum that TypeGraphQL registers: each is its own value. */
export function enumOf<const T extends string>(values: readonly T[]): Record<T, T> {
  return Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>; // fromEntries forgets the literals
}
