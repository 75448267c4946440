import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

interface PublishedFile {
  readonly text?: string;
  readonly content?: Buffer;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly status?: number;
  readonly redirect?: string;
  /** As the header says, whatever comes. */
  readonly claimedLength?: number;
}

interface Asked {
  readonly path: string;
  readonly ifNoneMatch: string | undefined;
  readonly status: number;
}

/** Who publishes lists: files at their paths, each with what tells that it is still the same. */
export interface Publisher {
  readonly host: string;
  readonly files: Map<string, PublishedFile>;
  readonly asked: Asked[];
  /** Resolved: it answers at once. */
  patience: Promise<void>;
  reset(): void;
  /** Again, at the same port. */
  open(): Promise<void>;
  close(): void;
}

export async function publisherOfTests(): Promise<Publisher> {
  const files = new Map<string, PublishedFile>();
  const asked: Asked[] = [];
  const serve = (): Server =>
    createServer((request, response) => {
      const path = request.url ?? "";
      const file = files.get(path) ?? { status: 404 };
      const { "if-none-match": ifNoneMatch, "if-modified-since": since } = request.headers;
      const isSame =
        (file.etag !== undefined && ifNoneMatch === file.etag) ||
        (file.lastModified !== undefined && since === file.lastModified);
      const status = file.redirect === undefined ? (isSame ? 304 : (file.status ?? 200)) : 302;
      asked.push({ path, ifNoneMatch, status });
      const headers = {
        ...(file.redirect !== undefined && { location: file.redirect }),
        ...(file.etag !== undefined && { etag: file.etag }),
        ...(file.lastModified !== undefined && { "last-modified": file.lastModified }),
        ...(file.claimedLength !== undefined && { "content-length": String(file.claimedLength) }),
      };
      const body = status === 200 ? (file.content ?? Buffer.from(file.text ?? "")) : undefined;
      void publisher.patience.then(() => response.writeHead(status, headers).end(body));
    });
  let server = serve().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const publisher: Publisher = {
    host: `127.0.0.1:${port}`,
    files,
    asked,
    patience: Promise.resolve(),
    reset() {
      files.clear();
      asked.length = 0;
      publisher.patience = Promise.resolve();
    },
    async open() {
      server = serve().listen(port, "127.0.0.1");
      await once(server, "listening");
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return publisher;
}
