import { randomInt } from "node:crypto";
import { generatedPasswordLength } from "@tierline/shared/limits.ts";

/** Without those that are taken for one another when they are read aloud or typed from paper. */
const classes = ["abcdefghijkmnopqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "!#%+-=?@"] as const;
const all = classes.join("");

/** For somebody else's first sign-in (B15): of each class at least one, all in random places. */
export function generatePassword(): string {
  for (;;) {
    const password = Array.from({ length: generatedPasswordLength }, () => all[randomInt(all.length)]).join("");
    if (classes.every((signs) => [...signs].some((sign) => password.includes(sign)))) return password;
  }
}
