import { textLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { Rejection } from "./rejection.ts";

/** Whether the database can keep a text, and give it back, as it is: without NUL and without half of a character. */
export function isKeepable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

/** What a person adds in their own words to what they do. */
export function checkNote(note: string | null): void {
  const path = ["note"];
  if (note !== null && note.length > textLengthMax) {
    throw new Rejection({ code: "TOO_LONG", message: say("text.length", { max: textLengthMax }), path });
  }
  if (note !== null && !isKeepable(note)) throw new Rejection({ code: "INVALID", message: say("text.notKept"), path });
}
