import type { z } from "zod";
import { say, type Sentence } from "./sentence.ts";
import { isSentenceKey } from "./sentences/catalogue.ts";

/** What is wrong with a value, as a sentence. The messages that our own schemas name are keys of the catalogue. */
export function sentenceOfIssue(issue: z.core.$ZodIssue): Sentence {
  if (isSentenceKey(issue.message)) return { key: issue.message };
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined && issue.message.endsWith("received undefined")
        ? say("value.missing")
        : say("value.type", { expected: issue.expected });
    case "too_big":
      return say("value.tooBig", { what: issue.origin, max: Number(issue.maximum) });
    case "too_small":
      return say("value.tooSmall", { what: issue.origin, min: Number(issue.minimum) });
    case "invalid_format":
      return say("value.format", { format: issue.format });
    case "invalid_value":
      return say("value.choice", { choices: { anyOf: issue.values.map(String) } });
    case "unrecognized_keys":
      return say("value.unknownField", { fields: { allOf: issue.keys } });
    default:
      return say("value.wrong");
  }
}
