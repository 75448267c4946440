import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { brandElementId, type ShownBrand } from "@tierline/shared/brand.ts";
import type { ApiServices } from "./services.ts";

/** Written into the pages when they are built, replaced by a fresh value in every answer. */
export const noncePlaceholder = "CSP_NONCE_PLACEHOLDER";

/** The built console, its own address for every page, and GraphiQL, all from this server: nothing is fetched from elsewhere. */
export async function registerConsole(app: FastifyInstance, services: ApiServices): Promise<void> {
  if (services.demoAccounts !== null) {
    app.get("/demo.json", async ({ brandHost }) => (brandHost === null ? services.demoAccounts : []));
  }
  const folder = services.consoleFolder;
  const [page, explorer] = await Promise.all([pageOf(folder, "index.html"), pageOf(folder, "graphiql.html")]);
  if (folder !== null && page !== null) {
    await app.register(fastifyStatic, {
      root: join(folder, "assets"),
      prefix: "/assets/",
      immutable: true,
      maxAge: "1y",
    });
  }
  if (explorer !== null) app.get("/graphiql", (_request, reply) => sendPage(reply, explorer, explorerPolicy));
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
    if (!isPage) return reply.code(404).send({ error: "Nothing here. The API is at /graphql." });
    if (services.consoleAddress !== null) return reply.redirect(`${services.consoleAddress}${request.url}`);
    if (page === null) return reply.code(404).send({ error: "The console is not built here. The API is at /graphql." });
    return sendPage(reply, branded(page, request.brandHost?.brand ?? null), consolePolicy);
  });
}

async function pageOf(folder: string | null, name: string): Promise<string | null> {
  if (folder === null || !existsSync(join(folder, name))) return null;
  return readFile(join(folder, name), "utf8");
}

/** The page under a reseller's host name bears that name from its first byte on, and brings what it looks like. */
function branded(html: string, brand: ShownBrand | null): string {
  if (brand === null) return html;
  const title = brand.header.replace(/[&<>]/g, (char) => `&#${char.codePointAt(0)};`);
  const json = JSON.stringify(brand).replaceAll("<", "\\u003c");
  return html
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`)
    .replace("</head>", () => `<script type="application/json" id="${brandElementId}">${json}</script></head>`);
}

function sendPage(reply: FastifyReply, html: string, policy: (nonce: string) => string): FastifyReply {
  const nonce = randomBytes(16).toString("base64");
  return reply
    .code(200)
    .headers({ "content-security-policy": policy(nonce), "cache-control": "no-cache" })
    .type("text/html; charset=utf-8")
    .send(html.replaceAll(noncePlaceholder, nonce));
}

function consolePolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'", // widths and positions that Mantine writes into style attributes
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** The editor inside GraphiQL builds its styles and workers itself. */
function explorerPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self' blob:",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
