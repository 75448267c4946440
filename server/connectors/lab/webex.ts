import { createHash } from "node:crypto";
import { z } from "zod";
import type { ElementAnswer, ElementRequest, HttpElement } from "./http-element.ts";
import type { LabStorage } from "./storage.ts";

/** Below which the double of Webex Wholesale answers, written from its public description alone. */
const base = "/v1/wholesale/";

const bodySchema = z.object({
  externalId: z.string().min(1).optional(),
  customerId: z.string().optional(),
  email: z.string().optional(),
  packages: z.array(z.string()).min(1),
  customerInfo: z.object({ name: z.string(), primaryEmail: z.string() }).optional(),
  provisioningParameters: z.record(z.string(), z.unknown()).optional(),
});
type Body = z.infer<typeof bodySchema>;

interface Kept {
  readonly id: string;
  readonly sent: Body;
  /** How often it was asked after: it is being made the first time. */
  readonly asked: number;
  readonly isEnding: boolean;
}

type Kind = "customers" | "subscribers";
const calling = ["webex_calling", "webex_suite", "webex_voice", "common_area_calling", "webex_calling_standard"];
/** Whoever writes from here is a user elsewhere already. */
const takenDomain = "@taken.example";

export function createWebex(storage: LabStorage): HttpElement {
  return {
    key: "webex",
    describe({ method, target, body }) {
      // Asking after what was accepted is none of the calls: it belongs to the one that was accepted.
      const isPoll = method === "GET" && (!target.includes("?") || target.endsWith("?max=1"));
      return isPoll ? null : { method, target, body, isChange: method !== "GET" };
    },
    perform: (request) => perform(storage, request),
  };
}

async function perform(storage: LabStorage, request: ElementRequest): Promise<ElementAnswer> {
  const url = new URL(request.target, "http://lab");
  const [kind, id] = url.pathname.slice(base.length).split("/");
  if (kind !== "customers" && kind !== "subscribers") return refusal(404, "Not found");
  if (request.method === "POST" && id === "validate") return validate(request);
  if (request.method === "POST") return create(storage, kind, request);
  if (id !== undefined && request.method === "PUT") return change(storage, kind, id, request);
  if (id !== undefined && request.method === "GET") return read(storage, kind, id);
  if (id !== undefined && request.method === "DELETE") return end(storage, kind, id);
  return request.method === "GET" ? list(storage, kind, url.searchParams) : refusal(405, "Method not allowed");
}

function refusal(status: number, message: string, errors: readonly object[] = []): ElementAnswer {
  return { status, body: { message, errors, trackingId: "LAB" }, effect: null };
}

function validate({ body }: ElementRequest): ElementAnswer {
  const told = z
    .object({
      address: z.object({ country: z.string().length(2) }),
      customerInfo: z.object({ primaryEmail: z.email() }),
    })
    .safeParse(body);
  if (!told.success)
    return refusal(
      400,
      "Invalid request",
      told.error.issues.map(({ message }) => ({ description: message })),
    );
  return { status: 200, body: { message: "success", info: [{ infoCode: 100 }] }, effect: null };
}

async function create(storage: LabStorage, kind: Kind, request: ElementRequest): Promise<ElementAnswer> {
  const parsed = bodySchema.safeParse(request.body);
  if (!parsed.success) return refusal(400, "Invalid request", [{ description: z.prettifyError(parsed.error) }]);
  const problem = problemOf(kind, parsed.data);
  if (problem !== null) return refusal(400, "Invalid request", [{ description: problem }]);
  const { externalId, customerId, email, packages } = parsed.data;
  const name = kind === "customers" ? externalId! : `${customerId} ${email}`; // asked for above
  const id = createHash("sha256").update(name).digest("base64url");
  const path = `${base}${kind}/${id}/${name}`;
  const isAdded = await add(storage, path, { id, sent: parsed.data, asked: 0, isEnding: false });
  const primaryEmail = parsed.data.customerInfo?.primaryEmail;
  if (isAdded && primaryEmail !== undefined) await addAdministrator(storage, id, primaryEmail, packages[0] ?? "");
  const before = isAdded ? null : await find(storage, kind, id);
  if (before !== null && JSON.stringify(before.sent) !== JSON.stringify(parsed.data)) {
    return refusal(409, `There is one already: ${packages.join(", ")}`);
  }
  const location = `http://${request.headers.host}${base}${kind}/${id}`;
  return {
    status: 202,
    headers: { "content-type": "application/json", location },
    body: JSON.stringify({ url: location }),
    effect: isAdded ? "accepted" : null,
  };
}

/** Whether it was not there. */
async function add(storage: LabStorage, path: string, kept: Kept): Promise<boolean> {
  const added = await storage.query(
    `insert into lab_resource (element, path, body) values ('webex', $1, $2)
     on conflict (element, path) do update set body = excluded.body where (lab_resource.body::jsonb ->> 'isEnding')::boolean
     returning path`,
    [path, JSON.stringify(kept)],
  );
  return added.length > 0;
}

/** Who administers a customer is there with it, with its first package and without having said where they are called. */
async function addAdministrator(storage: LabStorage, customerId: string, email: string, name: string): Promise<void> {
  const id = createHash("sha256").update(`${customerId} ${email}`).digest("base64url");
  const sent: Body = { customerId, email, packages: [name] };
  await add(storage, `${base}subscribers/${id}/${customerId} ${email}`, { id, sent, asked: 0, isEnding: false });
}

function problemOf(
  kind: Kind,
  { externalId, customerId, email, packages, customerInfo, ...rest }: Body,
): string | null {
  const calls = packages.some((each) => calling.includes(each));
  const parameters = rest.provisioningParameters ?? {};
  if (kind === "customers") {
    if (externalId === undefined || customerInfo === undefined) return "externalId and customerInfo are needed";
    return calls && !("calling" in parameters) ? "A location is needed for calling" : null;
  }
  if (customerId === undefined || email === undefined) return "customerId and email are needed";
  if (packages.length !== 1) return "One package is needed";
  const isReached = "primaryPhoneNumber" in parameters || "extension" in parameters;
  return calls && !isReached ? "A phone number or extension is needed for calling" : null;
}

async function find(storage: LabStorage, kind: Kind, id: string): Promise<Kept | null> {
  const [row] = await storage.query<{ body: string }>(
    "select body from lab_resource where element = 'webex' and starts_with(path, $1)",
    [`${base}${kind}/${id}/`],
  );
  return row === undefined ? null : (JSON.parse(row.body) as Kept); // as it was written above
}

async function read(storage: LabStorage, kind: Kind, id: string): Promise<ElementAnswer> {
  const kept = await find(storage, kind, id);
  const path = `${base}${kind}/${id}/`;
  if (kept === null) return refusal(404, "Not found");
  if (kept.isEnding && kept.asked > 0) {
    await storage.query("delete from lab_resource where element = 'webex' and starts_with(path, $1)", [path]);
    return refusal(404, "Not found");
  }
  await keep(storage, path, { ...kept, asked: kept.asked + 1 });
  return { status: 200, body: shown(kept), effect: null };
}

const changeSchema = bodySchema.pick({ packages: true, provisioningParameters: true });

/** The packages anew, and with them where calls come from; whoever asks waits until it was made. */
async function change(storage: LabStorage, kind: Kind, id: string, request: ElementRequest): Promise<ElementAnswer> {
  const kept = await find(storage, kind, id);
  if (kept === null || kept.isEnding) return refusal(404, "Not found");
  const parsed = changeSchema.safeParse(request.body);
  if (!parsed.success) return refusal(400, "Invalid request", [{ description: z.prettifyError(parsed.error) }]);
  const { packages, provisioningParameters = kept.sent.provisioningParameters } = parsed.data;
  const sent: Body = {
    ...kept.sent,
    packages,
    ...(provisioningParameters !== undefined && { provisioningParameters }),
  };
  const problem = problemOf(kind, sent);
  if (problem !== null) return refusal(400, "Invalid request", [{ description: problem }]);
  const isSame = JSON.stringify(sent) === JSON.stringify(kept.sent);
  if (!isSame) await keep(storage, `${base}${kind}/${id}/`, { ...kept, sent, asked: 0 });
  const location = `http://${request.headers.host}${base}${kind}/${id}`;
  return {
    status: 202,
    headers: { "content-type": "application/json", location },
    body: JSON.stringify({ url: location }),
    effect: isSame ? null : "changed",
  };
}

async function end(storage: LabStorage, kind: Kind, id: string): Promise<ElementAnswer> {
  const kept = await find(storage, kind, id);
  if (kept === null) return refusal(404, "Not found");
  await keep(storage, `${base}${kind}/${id}/`, { ...kept, asked: 0, isEnding: true });
  return { status: 202, body: null, effect: kept.isEnding ? null : "deleting" };
}

async function keep(storage: LabStorage, path: string, kept: Kept): Promise<void> {
  await storage.query("update lab_resource set body = $2 where element = 'webex' and starts_with(path, $1)", [
    path,
    JSON.stringify(kept),
  ]);
}

async function list(storage: LabStorage, kind: Kind, asked: URLSearchParams): Promise<ElementAnswer> {
  const rows = await storage.query<{ body: string }>(
    "select body from lab_resource where element = 'webex' and starts_with(path, $1) order by path limit 100",
    [`${base}${kind}/`],
  );
  const filters = ["externalId", "customerId", "email"] as const;
  const items = rows
    .map(({ body }) => JSON.parse(body) as Kept) // as it was written above
    .filter(({ sent }) => filters.every((key) => asked.get(key) === null || asked.get(key) === sent[key]));
  return { status: 200, body: { items: items.map(shown) }, effect: null };
}

/** One package fails for whoever is a user elsewhere; the others are there. */
function shown({ id, sent, asked, isEnding }: Kept): object {
  const { externalId, email, packages, customerInfo } = sent;
  const isMade = asked > 0;
  const isTaken = (customerInfo?.primaryEmail ?? email ?? "").endsWith(takenDomain);
  const [first] = packages;
  const failure = { errorCode: 10_022, description: "email is already associated with an existing user" };
  const states = packages.map((name) =>
    isMade && isTaken && name === first
      ? { name, status: "error", errors: [failure] }
      : { name, status: isMade ? "provisioned" : "provisioning", warnings: [] },
  );
  const made = isTaken ? "provisioned_with_errors" : "provisioned";
  return { id, externalId, email, packages: states, status: isEnding ? "deleting" : isMade ? made : "provisioning" };
}
