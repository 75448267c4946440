import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { encodeId } from "@tierline/shared/id.ts";
import { accessTokenSeconds, wrongKeysPerMinute } from "@tierline/shared/limits.ts";
import { makeAccessToken } from "../developers/access-token.ts";
import { authenticateKey } from "../developers/authenticate-key.ts";
import { isKeyToken } from "../developers/key-token.ts";
import { AccessError } from "../kernel/rejection.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { metered, paceHeaders } from "./meter.ts";
import { systemContext, wrongKeysFrom } from "./request-context.ts";
import type { ApiDesk } from "./services.ts";

const bodyBytesMax = 10_000;

/** The errors of RFC 6749, section 5.2, that a program can make. */
type TokenError = "invalid_request" | "invalid_client" | "invalid_scope" | "unsupported_grant_type";

/**
 * `POST /oauth/token`: client credentials (RFC 6749, section 4.4). Client is a program, its secret one of its keys; what comes back
 * stands for that key for an hour and ends with it. The form is understood here and nowhere else: elsewhere it would let other
 * sites' pages post.
 */
export function registerTokens(app: FastifyInstance, desk: ApiDesk): void {
  void app.register(async (scope) => {
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: bodyBytesMax },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    scope.post("/oauth/token", async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const form = request.body;
      if (!(form instanceof URLSearchParams) || isRepeated(form)) return refuse(reply, "invalid_request");
      return answer(desk, request, reply, form).catch((error: unknown) => {
        if (error instanceof AccessError) return tooOften(reply, error);
        throw error;
      });
    });
  });
}

async function answer(
  desk: ApiDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  form: URLSearchParams,
): Promise<unknown> {
  if (form.get("grant_type") !== "client_credentials") return refuse(reply, "unsupported_grant_type");
  const viewer = await clientOf(desk, request, form);
  if (viewer?.program === undefined) {
    desk.pace.count(wrongKeysFrom(request.ip), wrongKeysPerMinute);
    return refuse(reply, "invalid_client");
  }
  const { program } = viewer;
  const meter = metered(desk, viewer, request.ip, request.id);
  void reply.headers(paceHeaders(desk, viewer));
  const asked = form.get("scope")?.split(" ") ?? [...program.scopes];
  const isGiven = asked.every((each) => program.scopes.some((scope) => scope === each));
  const outcome = { kind: null, operation: "oauth/token", documentHash: null, cost: 0 };
  meter.note({ ...outcome, status: isGiven ? 200 : 400, codes: isGiven ? [] : ["invalid_scope"] });
  if (!isGiven) return refuse(reply, "invalid_scope");
  return reply.send({
    access_token: await makeAccessToken(desk, program, asked),
    token_type: "Bearer",
    expires_in: accessTokenSeconds,
    scope: asked.join(" "),
  });
}

/** By `Authorization: Basic`, or in the form; both at once are refused. A token is no secret to get another one with. */
async function clientOf(desk: ApiDesk, request: FastifyRequest, form: URLSearchParams): Promise<Viewer | null> {
  const basic = basicOf(request.headers.authorization);
  const inForm = form.has("client_secret") ? [form.get("client_id") ?? "", form.get("client_secret") ?? ""] : null;
  if ((basic === null) === (inForm === null)) return null;
  const [id = "", secret = ""] = basic ?? inForm ?? [];
  if (!isKeyToken(secret)) return null;
  const viewer = await authenticateKey(systemContext(desk, request.id), secret);
  const isThisOne = viewer?.program !== undefined && encodeId("acl", viewer.program.clientId) === id;
  return isThisOne ? viewer : null;
}

function basicOf(authorization: string | undefined): string[] | null {
  const [, encoded] = /^Basic +([A-Za-z0-9+/=]+) *$/i.exec(authorization ?? "") ?? [];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? null : [text.slice(0, colon), text.slice(colon + 1)];
}

function isRepeated(form: URLSearchParams): boolean {
  return [...form.keys()].length !== new Set(form.keys()).size;
}

function refuse(reply: FastifyReply, error: TokenError): FastifyReply {
  if (error === "invalid_client") void reply.header("www-authenticate", 'Basic realm="tierline"');
  return reply.code(error === "invalid_client" ? 401 : 400).send({ error });
}

/** Its address or its pace: as everywhere else, since RFC 6749 has no words for them. */
function tooOften(reply: FastifyReply, { code, message, retryAfterSeconds }: AccessError): FastifyReply {
  if (retryAfterSeconds !== null) void reply.header("retry-after", String(retryAfterSeconds));
  return reply.code(code === "RATE_LIMITED" ? 429 : 403).send({ error: code, error_description: message });
}
