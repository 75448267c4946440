/**
 * The arguments of an ICU message by name, read by the compiler: a number where it is counted, formatted or chosen by, a text where
 * it selects, any value where it simply stands.
 */
export type ArgumentsOf<Text extends string, Value> = {
  readonly [Each in Scan<Text, []> as Each[0]]: Each[1] extends typeof anyValue ? Value : Each[1];
};

declare const anyValue: unique symbol;

/** Even depth is text, odd depth the inside of a plural or select, whose branches are text again. */
type Scan<Text extends string, Depth extends readonly 0[]> =
  First<Text> extends readonly ["{", infer Rest extends string]
    ? IsText<Depth> extends true
      ? Argument<Rest, Depth>
      : Scan<Rest, [...Depth, 0]>
    : First<Text> extends readonly ["}", infer Rest extends string]
      ? Depth extends readonly [0, ...infer Outer extends readonly 0[]]
        ? Scan<Rest, Outer>
        : never
      : never;

/** Which brace comes first, and what follows it. */
type First<Text extends string> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? Text extends `${string}}${infer Closed}`
      ? ["}", Closed]
      : never
    : ["{", After]
  : Text extends `${string}}${infer Closed}`
    ? ["}", Closed]
    : null;

type IsText<Depth extends readonly 0[]> = Depth extends readonly [0, 0, ...infer Outer extends readonly 0[]]
  ? IsText<Outer>
  : Depth extends readonly []
    ? true
    : false;

type Argument<Rest extends string, Depth extends readonly 0[]> = Rest extends `${infer Head}}${infer After}`
  ? Head extends `${infer Name}, ${infer Kind}`
    ? Kind extends "number"
      ? [Name, number] | Scan<After, Depth>
      : Rest extends `${string}, ${string}, ${infer Body}`
        ? [Name, Kind extends `plural${string}` ? number : string] | Scan<Body, [...Depth, 0]>
        : never
    : [Head, typeof anyValue] | Scan<After, Depth>
  : never;
