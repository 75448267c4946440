import { freshProofMinutes } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Context } from "./context.ts";
import { AccessError } from "./rejection.ts";

/**
 * Mutations for which a session that was left open is not enough (T9): whoever holds one proves anew who they are unless they did
 * within ten minutes. What is told apart within a mutation stands here with its condition and asks for the proof by itself.
 */
export const sensitiveMutations: ReadonlyMap<string, string> = new Map([
  ...[
    "changePassword",
    "requestEmailChange",
    "addAuthenticator",
    "startPasskeyRegistration",
    "removeFactor",
    "renewRecoveryCodes",
    "resetFactors",
    "inviteUser",
    "giveAccess",
    "updateUser",
    "enableUser",
    "createRole",
    "updateRole",
    "delegateToReseller",
    "delegateToCustomer",
    "setDelegationPresets",
    "suspendReseller",
    "closeReseller",
    "moveReseller",
    "createApiClient",
    "updateApiClient",
    "rotateApiKey",
    "createWebhookEndpoint",
    "updateWebhookEndpoint",
    "rotateWebhookSecret",
    "revealServiceSecret",
    "updateConnector",
    "savePaymentGateway",
    "refundPayment",
  ].map((mutation) => [mutation, "always"] as const),
  ["startActingAs", "in the mode ACT"],
]);

/** Programs come with a key at every request and are not asked. @throws AccessError STEP_UP_REQUIRED */
export function requireFreshProof({ viewer, clock }: Pick<Context, "viewer" | "clock">): void {
  const { provenAt } = viewer;
  if (provenAt === undefined || clock.now().getTime() - provenAt.getTime() <= freshProofMinutes * 60_000) return;
  throw new AccessError("STEP_UP_REQUIRED", say("access.stepUp"));
}
