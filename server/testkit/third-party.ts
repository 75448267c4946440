import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a third party runs to hear of webhooks: it takes what comes, and answers as it is told. */
export interface ThirdParty {
  readonly host: string;
  received: Received[];
  answer: { status: number; headers?: Record<string, string>; body?: string };
  /** Resolved: it answers at once. */
  patience: Promise<void>;
  close(): void;
}

export async function thirdParty(): Promise<ThirdParty> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += String(chunk)));
    request.on("end", () => {
      third.received.push({ path: request.url ?? "", headers: request.headers, body });
      const { status, headers, body: text } = third.answer;
      void third.patience.then(() => response.writeHead(status, headers).end(text));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const third: ThirdParty = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    answer: { status: 204 },
    patience: Promise.resolve(),
    close: () => void server.close(),
  };
  return third;
}
