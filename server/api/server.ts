import { type AddressInfo } from "node:net";
import fastifyCompress from "@fastify/compress";
import fastifyCookie from "@fastify/cookie";
import Fastify, { type FastifyInstance } from "fastify";
import { newId } from "@tierline/shared/id.ts";
import { acceptedLanguage, defaultLanguage } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say } from "@tierline/shared/sentence.ts";
import { createRefusedAttempts } from "../audit/refused-attempts.ts";
import { createPace } from "../developers/pace.ts";
import { createRequestLog } from "../developers/request-log.ts";
import { registerApollo } from "./apollo.ts";
import { registerAuditExport } from "./audit-export.ts";
import { registerCsvExports } from "./csv-export.ts";
import { registerCallIntake } from "./call-intake.ts";
import { registerConsole } from "./console.ts";
import { registerHealth, type Readiness } from "./health.ts";
import { limits } from "./limits.ts";
import { registerHosts } from "./host.ts";
import { isForeignOrigin } from "./origin.ts";
import { systemContext } from "./request-context.ts";
import type { ApiDesk, ApiServices } from "./services.ts";
import { isSecure } from "./session-cookie.ts";
import { registerPaymentNotifications } from "./payment-notifications.ts";
import { registerInvoicePdf } from "./invoice-pdf.ts";
import { registerRateImport } from "./rate-import.ts";
import { registerBulkFiles } from "./bulk-files.ts";
import { registerScreeningFiles } from "./screening-files.ts";
import { registerTokens } from "./tokens.ts";
import { registerWebSocket } from "./web-socket.ts";

const drainMs = 5_000;
const forgetIdleMs = 300_000;

export interface Api {
  readonly url: string;
  readonly app: FastifyInstance;
  /** Stops being ready, tells sockets to go elsewhere, lets running requests end. */
  close(): Promise<void>;
}

export async function startApi(services: ApiServices): Promise<Api> {
  const { config } = services;
  const app = Fastify({
    logger: false,
    trustProxy: config.TIERLINE_PUBLIC_URL !== undefined,
    bodyLimit: limits.bodyBytes,
    genReqId: () => newId(),
    forceCloseConnections: "idle",
  });
  registerHosts(app, services);
  app.addHook("onRequest", async (request, reply) => {
    void reply.headers(securityHeaders(isSecure(config)));
    if (!request.url.startsWith("/graphql")) return undefined;
    void reply.header("cache-control", "no-store"); // answers are one person's, at one moment
    if (isForeignOrigin(request, config)) {
      return reply.code(403).send({
        errors: [foreignSite(request.headers["accept-language"])],
      });
    }
    return undefined;
  });
  await app.register(fastifyCookie);
  await app.register(fastifyCompress, { threshold: 2_048 });
  const readiness: Readiness = { isStopping: false };
  registerHealth(app, services, readiness);
  const desk: ApiDesk = {
    ...services,
    pace: createPace(services.clock),
    requests: createRequestLog(() => systemContext(services).em, services.log),
  };
  const forgetting = setInterval(() => desk.pace.sweep(), forgetIdleMs);
  forgetting.unref();
  const sockets = await registerWebSocket(app, desk);
  const attempts = createRefusedAttempts(services);
  const apollo = await registerApollo(app, desk, attempts);
  registerAuditExport(app, desk, attempts);
  registerCsvExports(app, desk, attempts);
  registerInvoicePdf(app, desk, attempts);
  registerRateImport(app, desk, attempts);
  registerScreeningFiles(app, desk, attempts);
  registerBulkFiles(app, desk, attempts);
  registerCallIntake(app, desk, attempts);
  registerPaymentNotifications(app, desk);
  registerTokens(app, desk);
  await registerConsole(app, services);
  await app.listen({ host: config.HOST, port: config.PORT });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: addressOf(config.HOST, port),
    app,
    async close() {
      readiness.isStopping = true;
      sockets.closeAll();
      // A peer that never finishes its request must not keep the process alive.
      const tooLong = setTimeout(() => app.server.closeAllConnections(), drainMs);
      await apollo.stop(); // drains HTTP and closes the app: closing the app first would wait for itself
      clearTimeout(tooLong);
      await attempts.close();
      clearInterval(forgetting);
      await desk.requests.close();
    },
  };
}

function securityHeaders(secure: boolean): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    ...(secure ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

function foreignSite(accepted: string | undefined) {
  const sentence = say("access.foreignSite");
  const message = rendered(sentence, acceptedLanguage(accepted) ?? defaultLanguage);
  return { message, extensions: { code: "FORBIDDEN", messageKey: sentence.key } };
}

/** What to type on this machine. */
export function addressOf(host: string, port: number): string {
  return `http://${host === "0.0.0.0" || host === "127.0.0.1" ? "localhost" : host}:${port}`;
}
