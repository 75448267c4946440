import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filled, freePorts, keep, type Kept } from "./process.ts";

export interface Line {
  readonly user: string;
  readonly password: string;
}

export interface Called {
  readonly line: Pick<Line, "user">;
  /** Picks up whoever calls, as many as were told, for a minute and a half or so much longer. */
  answer(talkMs?: number): Kept;
}

/** A SIP phone on the desk, set up with a line. */
export interface Phone extends Called {
  readonly line: Line;
  /** What the network says to it. 200: registered. 401: refused. */
  register(password?: string): Promise<number>;
  /**
   * Calls another phone, which picks up, and talks for half a second or as long as told. 200, 402: without money, 403: not let,
   * 404: nobody is reachable there, 407: refused, 408: nobody picked up, 486: one more than it may.
   */
  call(other: Called, talkMs?: number): Promise<number>;
  /** The same, but neither hangs up: it lasts until the network ends it. `answering`: the other is being rung by more than this one. */
  talk(other: Called, answering?: Kept): Talk;
}

/** Somebody who has a number at the carrier, and calls numbers from there. */
export interface Outsider extends Called {
  /** The phone picks up, if it is rung. As `call`; 404: nobody has the number, 480: it may not be called, 486: busy. */
  reach(number: string, phone: Called, talkMs?: number): Promise<number>;
  /** By which route the carrier was asked to put the last call through; null where it was told none. */
  routeTold(): string | null;
}

export interface Talk {
  /** Whether both phones were told that the call is over; of one that others ring too, this one alone. */
  over(): Promise<boolean>;
}

interface Desk {
  readonly folder: string;
  readonly sipPort: number;
  readonly running: Set<Kept>;
}

const timeLimitSeconds = 20;
const talkSecondsMax = 90;
const usualTalkMs = 500;
/** It is there for more calls than the one, then. */
const confirmMs = 5_000;

/** Phones of sipp. `stop` hangs all of them up. */
export function openDesk(
  folder: string,
  sipPort: number,
  carrierPort: number,
): { phone(line: Line): Promise<Phone>; outside(number: string, manner?: Manner): Outsider; stop(): Promise<void> } {
  const desk: Desk = { folder, sipPort, running: new Set() };
  let phones = 0;
  return {
    async phone(line) {
      phones += 1;
      const [port, callingPort] = (await freePorts(2)) as [number, number]; // two were asked for
      return phoneOf(desk, { line, name: `phone-${phones}`, port, callingPort });
    },
    outside(number, manner) {
      const line = { user: number, password: "" };
      const ports = { port: carrierPort, callingPort: carrierPort };
      const parts = { line, name: `outside-${number}`, ...ports, manner };
      const phoneThere = phoneOf(desk, parts);
      let heard = (): string => "";
      return {
        line,
        answer(talkMs) {
          const { kept, messages } = phoneThere.pickUp(talkMs);
          heard = messages;
          return kept;
        },
        routeTold: () => /^X-Route: (\w+)/m.exec(heard())?.[1] ?? null,
        async reach(called, phone, talkMs) {
          const answering = phone.answer();
          const fields = `${number};${called}`;
          const { kept, lastAnswer } = play(desk, parts, {
            scenario: "incoming.xml",
            port: carrierPort,
            fields,
            talkMs,
          });
          await kept.ended;
          return hungUp(answering, lastAnswer());
        },
      };
    },
    stop: async () => void (await Promise.all([...desk.running].map((each) => each.stop()))),
  };
}

/** How a phone is picked up. */
export interface Manner {
  /** After so long, and at once. */
  readonly ringMs?: number;
  /** By as many at a time as call; one, if it is not said. */
  readonly calls?: number;
}

interface PhoneParts {
  readonly line: Line;
  readonly name: string;
  /** Where it is reachable. */
  readonly port: number;
  /** Where it calls from: sipp plays one part at a time. */
  readonly callingPort: number;
  readonly manner?: Manner | undefined;
}

function phoneOf(desk: Desk, parts: PhoneParts): Phone & { pickUp(talkMs?: number): Playing } {
  const { line, port, callingPort, manner } = parts;
  const fields = (to: string, password = line.password): string =>
    `${line.user};${to};[authentication username=${line.user} password=${password}]`;
  const dial = (other: Called, part: Pick<Part, "scenario" | "seconds" | "talkMs">): Playing =>
    play(desk, parts, { ...part, port: callingPort, fields: fields(other.line.user) });
  const pickUp = (talkMs = 0): Playing =>
    play(desk, parts, {
      scenario: "answer.xml",
      port,
      fields: null,
      seconds: within(talkSecondsMax, talkMs),
      ...manner,
    });
  return {
    line,
    pickUp,
    answer: (talkMs) => pickUp(talkMs).kept,
    async register(password) {
      const { kept, lastAnswer } = play(desk, parts, {
        scenario: "register.xml",
        port,
        fields: fields(line.user, password),
      });
      await kept.ended;
      return lastAnswer();
    },
    async call(other, talkMs = usualTalkMs) {
      const answering = other.answer(talkMs);
      const seconds = within(timeLimitSeconds, talkMs);
      const { kept, lastAnswer } = dial(other, { scenario: "call.xml", talkMs, seconds });
      await kept.ended;
      return hungUp(answering, lastAnswer());
    },
    talk(other, answering) {
      const called = answering === undefined ? [other.answer()] : [];
      const sides = [...called, dial(other, { scenario: "talk.xml", seconds: talkSecondsMax }).kept];
      return {
        // A phone that is never told gives up after its time limit, with an error.
        over: async () => (await Promise.all(sides.map(({ ended }) => ended))).every((code) => code === 0),
      };
    },
  };
}

/** Who was talked to is let confirm that it is over: until then, or for half a minute, the switch takes the call to go on. */
async function hungUp(answering: Kept, answer: number): Promise<number> {
  if (answer === 200) await Promise.race([answering.ended, new Promise((resolve) => setTimeout(resolve, confirmMs))]);
  await answering.stop();
  return answer;
}

function within(seconds: number, talkMs: number): number {
  return seconds + Math.ceil(talkMs / 1_000);
}

interface Part {
  readonly scenario: string;
  readonly port: number;
  /** What it fills in; none for a phone that is called. */
  readonly fields: string | null;
  readonly seconds?: number | undefined;
  readonly talkMs?: number | undefined;
  readonly ringMs?: number | undefined;
  readonly calls?: number | undefined;
}

interface Playing {
  readonly kept: Kept;
  lastAnswer(): number;
  /** What came in and what went out. */
  messages(): string;
}

let plays = 0;

function play(desk: Desk, { name, port: contactPort }: PhoneParts, part: Part): Playing {
  const { folder, sipPort, running } = desk;
  plays += 1;
  const of = (ending: string): string => join(folder, `${name}-${plays}.${ending}`);
  const [script, values, messages] = [of("xml"), of("csv"), of("log")];
  writeFileSync(
    script,
    filled(part.scenario, { contactPort, talkMs: part.talkMs ?? usualTalkMs, ringMs: part.ringMs ?? 0 }),
  );
  const seconds = String(part.seconds ?? timeLimitSeconds);
  const calls = String(part.calls ?? 1);
  const common = ["-i", "127.0.0.1", "-p", String(part.port), "-m", calls, "-timeout", seconds, "-timeout_error"];
  const flags = ["-sf", script, ...common, "-nostdin", "-trace_msg", "-message_file", messages];
  if (part.fields !== null) {
    writeFileSync(values, `SEQUENTIAL\n${part.fields}\n`);
    flags.unshift(`127.0.0.1:${sipPort}`, "-inf", values);
  }
  const kept = keep("sipp", flags, folder, "KILL"); // on TERM it would wait for calls that nobody makes
  running.add(kept);
  void kept.ended.then(() => running.delete(kept));
  const said = (): string => readFileSync(messages, "utf8");
  return { kept, messages: said, lastAnswer: () => statusesIn(said()).at(-1) ?? 0 };
}

/** The answers that came in; those that went out stand in the same file. */
function statusesIn(messages: string): number[] {
  const received = messages.matchAll(/message received[^\n]*\n\s*SIP\/2\.0 (\d{3}) /g);
  return [...received].map(([, status]) => Number(status));
}
