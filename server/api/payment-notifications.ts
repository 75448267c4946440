import type { FastifyInstance } from "fastify";
import { paymentNoticeBytesMax, paymentNoticesPerMinute } from "@tierline/shared/limits.ts";
import { ConnectorFailure } from "../kernel/connector.ts";
import { AccessError } from "../kernel/rejection.ts";
import { takeNotification, type Taking } from "../payments/take-notification.ts";
import { systemContext } from "./request-context.ts";
import type { ApiDesk } from "./services.ts";

/** What is not ours is not to be sent again; what the provider has not sent is refused. */
const statusOf: Readonly<Record<Taking, number>> = {
  TAKEN: 200,
  REPEATED: 200,
  REFUSED: 200,
  FORGED: 400,
  NO_GATEWAY: 404,
};

/**
 * `POST /payments/<gateway>`: what a payment provider has to tell. The body is kept as it came, since it is sealed byte by byte;
 * 200 is answered once it is recorded. No cookie is read here.
 */
export function registerPaymentNotifications(app: FastifyInstance, desk: ApiDesk): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "string", bodyLimit: paymentNoticeBytesMax }, (_request, body, done) =>
      done(null, body),
    );
    scope.post<{ Params: { gateway: string } }>("/payments/:gateway", async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const body = typeof request.body === "string" ? request.body : "";
      const headers = Object.fromEntries(
        Object.entries(request.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
      );
      try {
        desk.pace.count(`payments of ${request.params.gateway} from ${request.ip}`, paymentNoticesPerMinute);
        const taking = await takeNotification(systemContext(desk, request.id), request.params.gateway, {
          headers,
          body,
        });
        return await reply.code(statusOf[taking]).send({ taking });
      } catch (error) {
        // The provider is to send it again.
        if (error instanceof ConnectorFailure) return reply.code(503).send({ taking: "LATER" });
        if (!(error instanceof AccessError)) throw error;
        return reply
          .code(429)
          .header("retry-after", String(error.retryAfterSeconds ?? 60))
          .send({ taking: "LATER" });
      }
    });
  });
}
