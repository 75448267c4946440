import type { Unknown } from "../kernel/secret.ts";

/** Text handed to a connector: known when it is done, possibly ‹not yet known› when it is only planned. */
export type Text = string | Unknown;
