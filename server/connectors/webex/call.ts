import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { revealed, type Part } from "../../kernel/secret.ts";
import { garbage, refused } from "../element.ts";
import { assertAccepted, exchange, jsonOf, type HttpAnswer } from "../http-client.ts";
import { webex, type WebexSettings } from "./settings.ts";

export interface WebexRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the configured address. */
  readonly path: string;
  readonly body?: Part;
}

/** What is wrong with a package, or with a request. */
const problemSchema = z.object({ errorCode: z.coerce.number().optional(), description: z.string().default("") });
export type WebexProblem = z.infer<typeof problemSchema>;

const refusalSchema = z.object({ message: z.string().optional(), errors: z.array(problemSchema).optional() });

const packageSchema = z.object({
  name: z.string(),
  status: z.enum(["provisioned", "provisioning", "deleting", "error"]),
  warnings: z.array(problemSchema).nullish(),
  errors: z.array(problemSchema).nullish(),
});

/** A customer or subscriber; both have a state, and packages with states of their own. */
const resourceSchema = z.object({
  id: z.string().min(1),
  externalId: z.string().nullish(),
  email: z.string().nullish(),
  status: z.enum([
    "provisioned",
    "provisioned_with_errors",
    "provisioning",
    "updating",
    "deleting",
    "error",
    "pending_rpl_review",
    "pending_user_migration",
  ]),
  errors: z.array(problemSchema).nullish(),
  packages: z
    .array(z.union([packageSchema, z.string().transform((name) => ({ name, status: "provisioned" as const }))]))
    .nullish(),
});
export type WebexResource = z.infer<typeof resourceSchema>;

const underWay: ReadonlySet<WebexResource["status"]> = new Set(["provisioning", "updating", "deleting"]);

export function askWebex(
  settings: WebexSettings,
  { method, path, body = null }: WebexRequest,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const token = settings.accessToken.reveal();
  return exchange(webex, {
    method,
    url: new URL(settings.url.replace(/\/$/, "") + path),
    headers: {
      ...(body === null ? {} : { "content-type": "application/json" }),
      ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === null ? {} : { body: JSON.stringify(revealed(body)) }),
    timeoutMs: settings.timeoutMs,
    signal,
  });
}

/** Throws in the words of the service, where it gave any: a request that is refused says why at once. */
export function assertTaken(answer: HttpAnswer, isIdempotent: boolean): void {
  const isRefusal = answer.status >= 400 && answer.status < 500 && ![408, 425, 429].includes(answer.status);
  if (!isRefusal) return assertAccepted(webex, answer, isIdempotent);
  throw refused(webex, "permanent", `status ${answer.status}${wordsOf(answer)}`);
}

function wordsOf(answer: HttpAnswer): string {
  const said = answer.contentType.includes("json") ? refusalSchema.safeParse(parsed(answer.text)).data : undefined;
  const errors = said?.errors?.map(inWords) ?? [];
  const words = errors.length > 0 ? errors : [said?.message ?? ""];
  const text = words.filter((each) => each !== "").join("; ");
  return text === "" ? "" : `: ${text.slice(0, 300)}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function inWords({ errorCode, description }: WebexProblem): string {
  return errorCode === undefined ? description : `${errorCode} ${description}`.trim();
}

/** As it goes over the wire, and stands in plans and logs. */
export function targetOf(settings: WebexSettings, path: string): string {
  return new URL(settings.url).pathname.replace(/\/$/, "") + path;
}

export function isAbsent({ status }: HttpAnswer): boolean {
  return status === 404 || status === 410;
}

export function resourceOf(answer: HttpAnswer): WebexResource {
  const found = resourceSchema.safeParse(jsonOf(webex, answer));
  if (!found.success) throw garbage(webex, "JSON that is not a customer or subscriber");
  return found.data;
}

export function itemsOf(answer: HttpAnswer): WebexResource[] {
  const found = z.object({ items: z.array(resourceSchema) }).safeParse(jsonOf(webex, answer));
  if (!found.success) throw garbage(webex, "JSON that is not a list");
  return found.data.items;
}

/**
 * The path of what was accepted (202): where the answer's Location leads, which is only followed to the service itself, since the
 * token goes along.
 */
export function acceptedPath(settings: WebexSettings, answer: HttpAnswer): string {
  const base = `${settings.url.replace(/\/$/, "")}/`;
  const location = URL.parse(answer.location ?? "", base)?.href ?? "";
  if (answer.location === undefined || !location.startsWith(base)) throw garbage(webex, "no Location of its own");
  return location.slice(base.length - 1);
}

/**
 * Asks after what was accepted until it is done, as long as the settings say. Null when it is gone. Compliance that is looked at
 * (`pending_rpl_review`) holds nobody up.
 */
export async function settled(
  settings: WebexSettings,
  path: string,
  signal: AbortSignal,
): Promise<WebexResource | null> {
  for (let waited = 0; ; waited += settings.pollMs) {
    const answer = await askWebex(settings, { method: "GET", path }, signal);
    if (isAbsent(answer)) return null;
    assertTaken(answer, true);
    const resource = resourceOf(answer);
    if (!underWay.has(resource.status)) return resource;
    if (waited >= settings.waitMs) throw refused(webex, "retryable", `it is still ${resource.status}`);
    await pause(settings.pollMs, undefined, { signal });
  }
}
