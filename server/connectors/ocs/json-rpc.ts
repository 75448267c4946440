import { z } from "zod";
import { revealed, type Part } from "../../kernel/secret.ts";
import { garbage, refused } from "../element.ts";
import { assertAccepted, exchange, jsonOf } from "../http-client.ts";
import { ocs, type OcsSettings } from "./settings.ts";

const answerSchema = z.object({ result: z.unknown(), error: z.string().nullish() });

export type RpcAnswer = { readonly result: unknown } | { readonly isNotFound: true };

export interface RpcRequest {
  readonly method: string;
  readonly parameters: Part;
  readonly idempotencyKey?: string;
}

/**
 * One JSON-RPC 1.0 exchange with CGRateS. Its errors are texts; of those only "not found" has a meaning that callers decide
 * about. Every method used here says what shall be, not what to add, so a repetition is harmless and 5xx is retryable.
 */
export async function askOcs(settings: OcsSettings, request: RpcRequest, signal: AbortSignal): Promise<RpcAnswer> {
  const answer = await exchange(ocs, {
    method: "POST",
    url: new URL(settings.url),
    headers: headersOf(settings, request.idempotencyKey),
    body: JSON.stringify({ method: request.method, params: [revealed(request.parameters)], id: 1 }),
    timeoutMs: settings.timeoutMs,
    signal,
  });
  assertAccepted(ocs, answer, true);
  const parsed = answerSchema.safeParse(jsonOf(ocs, answer));
  if (!parsed.success) throw garbage(ocs, "JSON that is not a JSON-RPC answer");
  const { result, error } = parsed.data;
  if (error === undefined || error === null || error === "") return { result };
  if (/^(SERVER_ERROR: ?)?NOT_FOUND$/.test(error)) return { isNotFound: true };
  throw refused(ocs, error.startsWith("SERVER_ERROR") ? "retryable" : "permanent", error.slice(0, 200));
}

function headersOf(settings: OcsSettings, idempotencyKey: string | undefined): Record<string, string> {
  const credentials = Buffer.from(`${settings.user}:${settings.password.reveal()}`).toString("base64");
  return {
    "content-type": "application/json",
    ...(settings.user === "" ? {} : { authorization: `Basic ${credentials}` }),
    ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
  };
}
