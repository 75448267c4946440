import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { installation } from "../kernel/installation.ts";
import { outsideElement } from "./element.ts";
import { exchange } from "./http-client.ts";

const control = outsideElement("HTTP", say("element.lab"));
const timeoutMs = 3_000;

const elementSchema = z.object({
  key: z.string(),
  protocol: z.string(),
  fault: z.object({ kind: z.enum(["REFUSE", "SLOW", "HANG", "LOSE_ANSWER", "GARBAGE"]) }).nullable(),
});
export type ControlledElement = z.infer<typeof elementSchema>;

const callSchema = z.object({
  id: z.string(),
  element: z.string(),
  method: z.string(),
  target: z.string(),
  body: z.string(),
  effect: z.string().nullable(),
  receivedAt: z.string(),
});
export type RecordedCall = z.infer<typeof callSchema>;

export async function readElements(): Promise<ControlledElement[]> {
  return z.array(elementSchema).parse(await ask("GET", "/elements"));
}

/** Newest first. */
export async function readCalls(first: number): Promise<RecordedCall[]> {
  return z.array(callSchema).parse(await ask("GET", `/calls?first=${first}`));
}

export async function switchFault(element: string, kind: string | null): Promise<void> {
  await ask("POST", `/elements/${encodeURIComponent(element)}/fault`, kind === null ? null : { kind });
}

/** Throws ConnectorFailure when the lab does not answer. */
async function ask(method: "GET" | "POST", path: string, body?: unknown): Promise<unknown> {
  const { lab } = installation();
  if (lab === null) throw new Error("No lab belongs to this installation.");
  const answer = await exchange(control, {
    method,
    url: new URL(path, lab.controlUrl),
    headers: { authorization: `Bearer ${lab.controlToken}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    timeoutMs,
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (answer.status !== 200) throw new Error(`The lab answered ${answer.status} to ${method} ${path}.`);
  return JSON.parse(answer.text);
}
