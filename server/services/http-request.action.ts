import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { removeHttp, sendHttp, verifyHttp, verifyHttpRemoved } from "../connectors/http/call.ts";
import { definition as httpDefinition } from "../connectors/http/definition.ts";
import { Unknown, type Part } from "../kernel/secret.ts";
import { defineAction } from "../provisioning/action.ts";

const method = z.enum(["POST", "PUT", "PATCH", "DELETE"]);
const value = z.union([z.string(), z.number(), z.boolean(), z.instanceof(Unknown)]);
const path = z.string().min(1).max(2_000);

/**
 * Any REST call that an operator's playbook describes. What stands in `values` fills the places {{name}} of path and body: in a
 * path it can neither add a segment nor a query. Without `undoPath` it is not undone. After an unknown outcome `verifyPath` says
 * whether what was to be there is (or, after a DELETE, is not); without it the request is repeated with the same idempotency key.
 */
export const httpRequestAction = defineAction({
  key: "http.request",
  title: say("action.http.request.title"),
  description: say("action.http.request.description"),
  kind: "EXTERNAL",
  connector: "http",
  input: z.object({
    method,
    path,
    body: z.unknown().optional(),
    values: z.record(z.string(), value).default({}),
    verifyPath: path.optional(),
    undoMethod: method.default("DELETE"),
    undoPath: path.optional(),
    undoBody: z.unknown().optional(),
  }),
  outputs: ["status"],
  describe: (input) => `${input.method} ${input.path}`,
  async do(task, { method: verb, path: target, body, values }) {
    const settings = await task.settings(httpDefinition);
    if (verb === "DELETE") return { status: (await removeHttp(task.io, settings, { path: target, values })).status };
    const { status } = await sendHttp(task.io, settings, { method: verb, path: target, values, body: partOf(body) });
    return { status };
  },
  canVerify: ({ verifyPath }) => verifyPath !== undefined,
  async verify(task, { method: verb, verifyPath, values }) {
    if (verifyPath === undefined) return null; // never asked then
    const isDone = verb === "DELETE" ? verifyHttpRemoved : verifyHttp;
    const settings = await task.settings(httpDefinition);
    return (await isDone(task.io, settings, { path: verifyPath, values })) ? { status: 200 } : null;
  },
  async undo(task, { undoMethod, undoPath, undoBody, values }) {
    if (undoPath === undefined) return task.detail(say("detail.noUndoRequest"));
    const settings = await task.settings(httpDefinition);
    if (undoMethod === "DELETE") await removeHttp(task.io, settings, { path: undoPath, values });
    else await sendHttp(task.io, settings, { method: undoMethod, path: undoPath, values, body: partOf(undoBody) });
  },
});

/** JSON of the playbook, with variables filled in. By the names of its fields, since the database does not keep their order. */
function partOf(body: unknown): Part {
  if (body instanceof Unknown || typeof body !== "object" || body === null) return (body ?? null) as Part; // a scalar of JSON
  if (Array.isArray(body)) return body.map(partOf);
  const entries = Object.entries(body).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, value]) => [name, partOf(value)]));
}
