import { spawn } from "node:child_process";
import { sizes, type SizeName } from "./sizes.ts";

// `pnpm soak [part …]`: what `pnpm test` proves at a small size, at its full size. SOAK_… in the environment sets another size,
// SOAK_ROUNDS how often each part is run, each time with databases of its own. Ends with 1 when a part failed.

interface Part {
  readonly name: string;
  readonly story: string;
  readonly files: readonly string[];
  /** Of the tests in those files, the ones that matter. */
  readonly tests?: string;
  readonly sizes: readonly SizeName[];
  readonly rounds: number;
}

const parts: readonly Part[] = [
  {
    name: "simulator",
    story: "the engine's real code on a virtual clock, with crashes, pauses, cuts and lost answers",
    files: ["testkit/simulate.test.ts"],
    tests: "in thousands of schedules",
    sizes: ["SOAK_SCHEDULES"],
    rounds: 1,
  },
  {
    name: "chaos",
    story: "workers killed, paused and cut off while runs are under way",
    files: ["testkit/chaos.test.ts"],
    sizes: ["SOAK_CHAOS_SECONDS"],
    rounds: 1,
  },
  {
    name: "faults",
    story: "every task of every playbook, with every fault at every point, there and back",
    files: ["testkit/fault-matrix-demo.test.ts", "provisioning/fault-matrix.test.ts"],
    sizes: ["SOAK_EVERY_CELL"],
    rounds: 1,
  },
  {
    name: "cuts",
    story: "a run watched through fifty broken connections, and a tab that stalls",
    files: ["testkit/live.test.ts"],
    sizes: [],
    rounds: 10,
  },
  {
    name: "races",
    story: "many who want the same: items, orders, keys, moves and decisions of two people at once",
    files: [
      "inventory/reserve-item.test.ts",
      "inventory/item-life.test.ts",
      "kernel/idempotency.test.ts",
      "orders/place-order.test.ts",
      "orders/undo-order.test.ts",
      "provisioning/run-store.test.ts",
      "provisioning/take-over.test.ts",
      "identity/sign-in-limit.test.ts",
    ],
    sizes: ["SOAK_CONTENDERS"],
    rounds: 20,
  },
  {
    name: "strings",
    story: "every naughty string in every text of the API",
    files: ["testkit/naughty-sweep.test.ts", "customers/naughty.test.ts"],
    sizes: ["SOAK_STRINGS"],
    rounds: 1,
  },
  {
    name: "rights",
    story: "grants, limits, states and acting in every order, against the rules in few words",
    files: ["identity/rights-model.test.ts", "identity/session-model.test.ts"],
    sizes: ["SOAK_HISTORIES", "SOAK_SIGN_INS"],
    rounds: 1,
  },
  {
    name: "ledger",
    story:
      "money paid, spent, set aside and taken back by many at once, with connections killed and snapshots read meanwhile",
    files: ["ledger/bank.test.ts", "ledger/ledger-model.test.ts"],
    sizes: ["SOAK_BANK", "SOAK_LEDGERS"],
    rounds: 1,
  },
  {
    name: "hostile",
    story: "foreign, wrong and missing ids in every place; hostile documents over HTTP and WebSocket",
    files: ["testkit/sweep.test.ts", "testkit/sweep-actors.test.ts", "api/http.test.ts"],
    sizes: [],
    rounds: 5,
  },
];

const wanted = process.argv.slice(2);
const chosen = parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

function sizesOf(part: Part): Record<string, string> {
  return Object.fromEntries(part.sizes.map((name) => [name, process.env[name] ?? String(sizes[name].soak)]));
}

/** Its output is shown as it comes, without the long list of what passed. */
function runTests({ files, tests }: Part, own: Record<string, string>): Promise<boolean> {
  const pattern = tests === undefined ? [] : ["-t", tests];
  // A busy machine is no reason to fail: what hangs is still found, later.
  const patience = ["--testTimeout=600000", "--hookTimeout=600000"];
  const child = spawn("vitest", ["run", "--reporter=dot", ...patience, ...files, ...pattern], {
    env: { ...process.env, ...own, NO_COLOR: "1" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve, reject) => child.once("error", reject).once("close", (code) => resolve(code === 0)));
}

async function soak(part: Part): Promise<string> {
  const own = sizesOf(part);
  const rounds = Number(process.env["SOAK_ROUNDS"] ?? part.rounds);
  const what = [...Object.entries(own).map(([name, value]) => `${name}=${value}`), `rounds: ${rounds}`].join(", ");
  console.log(`\n${part.name}: ${part.story} (${what})`);
  const startedAt = performance.now();
  let failed = 0;
  for (let round = 1; round <= rounds; round += 1) if (!(await runTests(part, own))) failed += 1;
  if (failed > 0) process.exitCode = 1;
  const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
  return `${failed === 0 ? "✓" : "✗"} ${part.name}: ${what}; ${minutes} min${failed === 0 ? "" : `; ${failed} of ${rounds} rounds failed`}`;
}

if (chosen.length === 0 || wanted.some((name) => !parts.some((part) => part.name === name))) {
  console.error(`No such part. There are: ${parts.map(({ name }) => name).join(", ")}`);
  process.exitCode = 2;
} else {
  const lines: string[] = [];
  for (const part of chosen) lines.push(await soak(part));
  console.log(`\n${lines.join("\n")}`);
}
