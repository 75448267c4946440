import type assign from "./en/assign.json";
import type shell from "./en/shell.json";
import type words from "./en/words.json";
import type signIn from "./en/sign-in.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    returnNull: false;
    /** One line a namespace: keys are checked where they are used. */
    resources: {
      assign: typeof assign;
      shell: typeof shell;
      words: typeof words;
      "sign-in": typeof signIn;
    };
  }
}
