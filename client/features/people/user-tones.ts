import type { UserState } from "../../api/generated/schema.ts";
import type { Tone } from "../../ui/state-tone.ts";

export const userTones = { INVITED: "waiting", ACTIVE: "ok", DISABLED: "off" } as const satisfies Record<
  UserState,
  Tone
>;
