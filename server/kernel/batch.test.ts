import { expect, test } from "vitest";
import { busy, inBatches } from "./batch.ts";

type Send = (calls: readonly string[], mayWait: boolean) => Promise<readonly (string | typeof busy)[]>;

function subject(send: Send, callsMax = 10) {
  const sent: string[] = [];
  const submit = inBatches<string, string>({
    lanes: 1,
    callsMax,
    send(calls, mayWait) {
      sent.push(calls.join(""));
      return send(calls, mayWait);
    },
  });
  return { sent, settle: (calls: string) => Promise.allSettled([...calls].map(submit)), submit };
}

const echo = async (calls: readonly string[]): Promise<string[]> => calls.map((call) => call.toUpperCase());
const values = (settled: readonly PromiseSettledResult<string>[]): string =>
  settled.map((each) => (each.status === "fulfilled" ? each.value : "!")).join("");

test("what comes while a batch is under way goes together, in its order, as many as fit", async () => {
  const first = Promise.withResolvers<void>();
  const { sent, submit, settle } = subject(async (calls) => {
    if (calls.includes("a")) await first.promise;
    return echo(calls);
  }, 3);
  const a = submit("a");
  await new Promise((resolve) => setTimeout(resolve, 5));
  const others = settle("bcdef");
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(sent).toEqual(["a"]);
  first.resolve();
  expect(await a).toBe("A");
  expect(values(await others)).toBe("BCDEF");
  expect(sent).toEqual(["a", "bcd", "ef"]);
});

test("a batch that is refused is cut in half until only what is wrong with it fails", async () => {
  const { sent, settle } = subject(async (calls) => {
    if (calls.includes("x")) throw Object.assign(new Error("refused"), { severity: "ERROR" });
    return echo(calls);
  });
  expect(values(await settle("abxde"))).toBe("AB!DE");
  expect(sent).toEqual(["abxde", "abx", "ab", "x", "de"]);
});

test("what became of a batch whose connection broke is not known: it is not sent again", async () => {
  const { sent, settle } = subject(async () => {
    throw new Error("Connection terminated unexpectedly");
  });
  expect(values(await settle("abc"))).toBe("!!!");
  expect(sent).toEqual(["abc"]);
});

test("what is busy is waited for alone, and holds up no lane", async () => {
  const free = Promise.withResolvers<void>();
  const { sent, submit, settle } = subject(async (calls, mayWait) => {
    if (!mayWait) return calls.map((call) => (call === "b" ? busy : call.toUpperCase()));
    await free.promise;
    return echo(calls);
  });
  const b = submit("b");
  expect(values(await settle("ac"))).toBe("AC");
  expect(values(await settle("d"))).toBe("D");
  free.resolve();
  expect(await b).toBe("B");
  expect(sent).toEqual(["bac", "b", "d"]);
});
