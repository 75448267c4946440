import type { ElementAnswer, ElementRequest, HttpElement } from "./http-element.ts";
import { postalAnswer } from "./postal-codes.ts";
import type { LabStorage } from "./storage.ts";

export interface ResourceOptions {
  readonly key: string;
  /** Answered with "OK" and not written down. */
  readonly healthPath: string;
  /** The part of the answer that the path gives, e.g. the subscriber's name. */
  fieldsOf(path: string): Readonly<Record<string, string>>;
}

/** A plain REST store: PUT keeps what it is given under its path, POST below it, GET gives it back, DELETE forgets it. */
export function createResourceElement(storage: LabStorage, options: ResourceOptions): HttpElement {
  return {
    key: options.key,
    describe(request) {
      if (request.target === options.healthPath) return null;
      const { method, target, body } = request;
      return { method, target, body, isChange: method !== "GET" && method !== "HEAD" };
    },
    perform: (request) => perform(storage, options, request),
  };
}

async function perform(storage: LabStorage, options: ResourceOptions, request: ElementRequest): Promise<ElementAnswer> {
  const path = request.target.split("?")[0] ?? "/";
  if (path === options.healthPath) return { status: 200, body: { status: "OK" }, effect: null };
  switch (request.method) {
    case "GET":
      return read(storage, options, path);
    case "DELETE":
      return remove(storage, options, path);
    case "POST":
      return write(storage, options, `${path}/${request.idempotencyKey ?? crypto.randomUUID()}`, request.body, 201);
    case "PUT":
    case "PATCH":
      return write(storage, options, path, request.body, 200);
    default:
      return { status: 405, body: { error: "method not allowed" }, effect: null };
  }
}

async function read(storage: LabStorage, options: ResourceOptions, path: string): Promise<ElementAnswer> {
  const [row] = await storage.query<{ body: string }>(
    "select body from lab_resource where element = $1 and path = $2",
    [options.key, path],
  );
  if (row === undefined) return { status: 404, body: { error: "not found" }, effect: null };
  return { status: 200, body: shown(options, path, JSON.parse(row.body)), effect: null };
}

async function write(
  storage: LabStorage,
  options: ResourceOptions,
  path: string,
  body: unknown,
  status: number,
): Promise<ElementAnswer> {
  const changed = await storage.query<{ is_new: boolean }>(
    `insert into lab_resource (element, path, body) values ($1, $2, $3)
     on conflict (element, path) do update set body = excluded.body where lab_resource.body <> excluded.body
     returning xmax = 0 as is_new`,
    [options.key, path, JSON.stringify(body)],
  );
  const effect = changed[0] === undefined ? null : changed[0].is_new ? "created" : "changed";
  return { status, body: { ...shown(options, path, body), path }, effect };
}

async function remove(storage: LabStorage, options: ResourceOptions, path: string): Promise<ElementAnswer> {
  const removed = await storage.query("delete from lab_resource where element = $1 and path = $2 returning path", [
    options.key,
    path,
  ]);
  if (removed.length === 0) return { status: 404, body: { error: "not found" }, effect: null };
  return { status: 200, body: { status: "OK" }, effect: "removed" };
}

function shown(options: ResourceOptions, path: string, body: unknown): Record<string, unknown> {
  return { ...(typeof body === "object" && body !== null ? body : { value: body }), ...options.fieldsOf(path) };
}

/** The subscriber register: `/subscribers/<name>`, the name being told back so that a client can check it. */
export function createRegister(storage: LabStorage): HttpElement {
  return createResourceElement(storage, {
    key: "register",
    healthPath: "/health",
    fieldsOf: (path) => ({ subscriber: decodeURIComponent(path.split("/").at(-1) ?? "") }),
  });
}

/** Somebody's HTTP endpoint, for instance the head-end of an IPTV platform; and whoever knows Brazil's postal codes. */
export function createHttpEndpoint(storage: LabStorage): HttpElement {
  const element = createResourceElement(storage, { key: "http", healthPath: "/", fieldsOf: () => ({}) });
  const postalOf = ({ method, target }: ElementRequest) => (method === "GET" ? postalAnswer(target) : null);
  return { ...element, perform: async (request) => postalOf(request) ?? element.perform(request) };
}
