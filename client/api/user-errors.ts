import { CombinedGraphQLErrors } from "@apollo/client/errors";
import i18next from "i18next";

export interface UserErrorLike {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
}

/** Field name → message, for `form.setErrors`; what concerns no field of the form comes back to be shown above it. */
export function fieldErrors(
  errors: readonly UserErrorLike[],
  fields: readonly string[],
): { byField: Record<string, string>; general: string[] } {
  const byField: Record<string, string> = {};
  const general: string[] = [];
  for (const { message, path } of errors) {
    const joined = path?.join(".") ?? "";
    // `contacts.0.name` is a contact's, though the form has a `name` of its own.
    const field =
      fields.find((each) => joined === each || joined.startsWith(`${each}.`)) ??
      fields.find((each) => path?.at(-1) === each);
    if (field === undefined) general.push(message);
    else byField[path !== null && joined.startsWith(`${field}.`) ? joined : field] ??= message;
  }
  return { byField, general };
}

export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly requestId: string | null;
  /** With RATE_LIMITED: when it makes sense to try again. */
  readonly retryAfterSeconds: number | null;
}

/** What went wrong at the top level, in one shape and in words: no right, not found, the network, a fault of the server. */
export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const [first] = error.errors;
    const { requestId, retryAfterSeconds } = first?.extensions ?? {};
    return {
      code: String(first?.extensions?.["code"] ?? "INTERNAL"),
      message: first?.message ?? error.message,
      requestId: typeof requestId === "string" ? requestId : null,
      retryAfterSeconds: typeof retryAfterSeconds === "number" ? retryAfterSeconds : null,
    };
  }
  const message = i18next.t("failed.network", { ns: "shell" });
  return { code: "NETWORK", message, requestId: null, retryAfterSeconds: null };
}
