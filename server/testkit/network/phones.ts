import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filled, freePorts, keep, type Kept } from "./process.ts";

export interface Line {
  readonly user: string;
  readonly password: string;
}

/** A SIP phone on the desk, set up with a line. */
export interface Phone {
  readonly line: Line;
  /** What the network says to it. 200: registered. 401: refused. */
  register(password?: string): Promise<number>;
  /** Calls another phone, which picks up, and talks for half a second. 200, 404: nobody is reachable there, 407: refused, 486: one more than it may. */
  call(other: Phone): Promise<number>;
  /** The same, but neither hangs up: it lasts until the network ends it. */
  talk(other: Phone): Talk;
  /** Picks up whoever calls. */
  answer(): Kept;
}

export interface Talk {
  /** Whether both phones were told that the call is over. */
  over(): Promise<boolean>;
}

interface Desk {
  readonly folder: string;
  readonly sipPort: number;
  readonly running: Set<Kept>;
}

const timeLimitSeconds = 8;
const talkSecondsMax = 30;

/** Phones of sipp. `stop` hangs all of them up. */
export function openDesk(
  folder: string,
  sipPort: number,
): { phone(line: Line): Promise<Phone>; stop(): Promise<void> } {
  const desk: Desk = { folder, sipPort, running: new Set() };
  let phones = 0;
  return {
    async phone(line) {
      phones += 1;
      const [port, callingPort] = (await freePorts(2)) as [number, number]; // two were asked for
      return phoneOf(desk, { line, name: `phone-${phones}`, port, callingPort });
    },
    stop: async () => void (await Promise.all([...desk.running].map((each) => each.stop()))),
  };
}

interface PhoneParts {
  readonly line: Line;
  readonly name: string;
  /** Where it is reachable. */
  readonly port: number;
  /** Where it calls from: sipp plays one part at a time. */
  readonly callingPort: number;
}

function phoneOf(desk: Desk, parts: PhoneParts): Phone {
  const { line, port, callingPort } = parts;
  const fields = (to: string, password = line.password): string =>
    `${line.user};${to};[authentication username=${line.user} password=${password}]`;
  const dial = (other: Phone, scenario: string, seconds?: number): Playing =>
    play(desk, parts, { scenario, port: callingPort, fields: fields(other.line.user), seconds });
  return {
    line,
    answer: () => play(desk, parts, { scenario: "answer.xml", port, fields: null, seconds: talkSecondsMax }).kept,
    async register(password) {
      const { kept, lastAnswer } = play(desk, parts, {
        scenario: "register.xml",
        port,
        fields: fields(line.user, password),
      });
      await kept.ended;
      return lastAnswer();
    },
    async call(other) {
      const answering = other.answer();
      const { kept, lastAnswer } = dial(other, "call.xml");
      await kept.ended;
      await answering.stop();
      return lastAnswer();
    },
    talk(other) {
      const sides = [other.answer(), dial(other, "talk.xml", talkSecondsMax).kept];
      return {
        // A phone that is never told gives up after its time limit, with an error.
        over: async () => (await Promise.all(sides.map(({ ended }) => ended))).every((code) => code === 0),
      };
    },
  };
}

interface Part {
  readonly scenario: string;
  readonly port: number;
  /** What it fills in; none for a phone that is called. */
  readonly fields: string | null;
  readonly seconds?: number | undefined;
}

interface Playing {
  readonly kept: Kept;
  lastAnswer(): number;
}

let plays = 0;

function play(desk: Desk, { name, port: contactPort }: PhoneParts, part: Part): Playing {
  const { folder, sipPort, running } = desk;
  plays += 1;
  const of = (ending: string): string => join(folder, `${name}-${plays}.${ending}`);
  const [script, values, messages] = [of("xml"), of("csv"), of("log")];
  writeFileSync(script, filled(part.scenario, { contactPort }));
  const seconds = String(part.seconds ?? timeLimitSeconds);
  const common = ["-i", "127.0.0.1", "-p", String(part.port), "-m", "1", "-timeout", seconds, "-timeout_error"];
  const flags = ["-sf", script, ...common, "-nostdin", "-trace_msg", "-message_file", messages];
  if (part.fields !== null) {
    writeFileSync(values, `SEQUENTIAL\n${part.fields}\n`);
    flags.unshift(`127.0.0.1:${sipPort}`, "-inf", values);
  }
  const kept = keep("sipp", flags, folder, "KILL"); // on TERM it would wait for calls that nobody makes
  running.add(kept);
  void kept.ended.then(() => running.delete(kept));
  return { kept, lastAnswer: () => statusesIn(readFileSync(messages, "utf8")).at(-1) ?? 0 };
}

/** The answers that came in; those that went out stand in the same file. */
function statusesIn(messages: string): number[] {
  const received = messages.matchAll(/message received[^\n]*\n\s*SIP\/2\.0 (\d{3}) /g);
  return [...received].map(([, status]) => Number(status));
}
