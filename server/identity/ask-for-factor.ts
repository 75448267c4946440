import type { FactorKind } from "@tierline/shared/kinds.ts";
import type { Context } from "../kernel/context.ts";
import { openChallenge, type OpenedChallenge } from "./challenge.ts";
import type { ChallengeKind } from "./factor.entity.ts";
import { factorsOf } from "./list-factors.ts";
import { authenticationOptions } from "./passkey.ts";

export interface SecondFactorAsked {
  readonly challenge: OpenedChallenge;
  /** None for who has but a password. */
  readonly kinds: readonly FactorKind[];
  /** For the browser's keeper of passkeys, as JSON; null for who has none. */
  readonly passkeyOptions: string | null;
}

export async function askForFactor(
  context: Pick<Context, "em" | "clock">,
  kind: ChallengeKind,
  whose: { readonly userId: string; readonly path: string },
): Promise<SecondFactorAsked> {
  const challenge = await openChallenge(context, kind, whose);
  const factors = await factorsOf(context, whose.userId);
  const passkeys = factors.filter((factor) => factor.kind === "PASSKEY");
  return {
    challenge,
    kinds: [...new Set(factors.map((factor) => factor.kind))],
    passkeyOptions: passkeys.length === 0 ? null : await authenticationOptions(passkeys, challenge.nonce),
  };
}
