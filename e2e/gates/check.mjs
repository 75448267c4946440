import { cycles, orderProblems } from "./imports.mjs";
import { ruleProblems } from "./rules.mjs";
import { report, run } from "./run.mjs";
import { treeFigures, treeProblems } from "./tree.mjs";

/** Everything that can be judged without running the product. Exits 1 if anything is wrong. */
export async function check() {
  const root = process.cwd();
  const listed = (name, problems) => ({ name, isOk: problems.length === 0, output: problems.join("\n"), seconds: 0 });
  const results = [
    listed(
      "no circles between files",
      cycles(root).map((group) => group.join(" → ")),
    ),
    listed("imports run down the folder order", orderProblems(root)),
    listed("the tree", treeProblems(root)),
    listed("every rule has its test", ruleProblems(root)),
  ];
  const programs = [
    () => run("format", "oxfmt", ["--check", "server", "client", "shared", "e2e"]),
    () => run("types: shared", "tsc", ["-p", "shared"]),
    () => run("types: server", "tsc", ["-p", "server"]),
    () => run("types: client", "tsc", ["-p", "client"]),
    () => run("types: e2e", "tsc", ["-p", "e2e"]),
    () => run("types: bench", "tsc", ["-p", "e2e/bench/tsconfig.check.json"]),
    () => run("lint", "oxlint", ["--type-aware", "--deny-warnings"]),
    () =>
      run("schema drift", "node", ["--import", "@oxc-node/core/register", "tierline.ts", "schema:check"], {
        cwd: `${root}/server`,
      }),
    () => run("operations drift", "graphql-codegen", ["--config", "codegen.ts", "--check"], { cwd: `${root}/client` }),
  ];
  results.push(...(await inPairs(programs)));
  const isOk = results.map((result) => report(result)).every(Boolean);
  console.log(`  ${treeFigures(root)}`);
  return {
    isOk,
    passed: results.filter((result) => result.isOk).length,
    failed: results.filter((result) => !result.isOk).length,
    wrong: results.filter((result) => !result.isOk).map(({ name }) => name),
  };
}

/** Two cores: two at a time. */
async function inPairs(jobs) {
  const results = [];
  const queue = [...jobs.entries()];
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results[next[0]] = await next[1]();
  };
  await Promise.all([lane(), lane()]);
  return results;
}

if (import.meta.main) {
  const { isOk } = await check();
  process.exitCode = isOk ? 0 : 1;
}
