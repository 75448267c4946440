import "reflect-metadata";
import { runningDatabase } from "../db/running-database.ts";
import { dataFolder } from "../installation-folder.ts";
import { readConfig } from "../kernel/config.ts";
import { missingOf } from "./network/elements.ts";
import { placeCall, type PlacedLeg } from "./network/place-call.ts";

const secondsMax = 600;
const usage = `Usage: pnpm call [line] [number] [seconds, at most ${secondsMax}]`;

const packages: Readonly<Record<string, string>> = {
  kamailio: "kamailio kamailio-postgres-modules",
  sipp: "sip-tester",
};

async function main([line = "acme-north-11", number = "+442079460958", seconds = "10"]: string[]): Promise<void> {
  const [digits, lasting] = [number.replace(/^(\+|00)/, ""), Number(seconds)];
  if (!/^[1-9]\d{5,14}$/.test(digits)) throw new Error(`A number with its country code, please. ${usage}`);
  if (!Number.isInteger(lasting) || lasting < 1 || lasting > secondsMax) throw new Error(usage);
  const missing = missingOf(Object.keys(packages));
  if (missing.length > 0) {
    const wanted = missing.map((each) => packages[each]).join(" ");
    throw new Error(
      `Not installed: ${missing.join(", ")}. On Debian or Ubuntu: apt-get install --no-install-recommends ${wanted}`,
    );
  }
  const { PORT, TIERLINE_DATA } = readConfig(process.env);
  const { adminUrl } = runningDatabase(dataFolder(TIERLINE_DATA));
  const console_ = `http://localhost:${PORT}`;
  console.log(`Watch it: ${console_}/r/acme/live-calls`);
  const call = await placeCall({ adminUrl, line, number: digits, seconds: lasting, tell: (text) => console.log(text) });
  const why = call.problem === null ? "" : ` (${call.problem})`;
  console.log(`\n${call.state}, ${call.seconds} s${why}\n`);
  if (call.legs.length > 0) console.log(tableOf(call.legs));
  console.log(`In the console: ${console_}/r/${call.reseller}/calls`);
}

function tableOf(legs: readonly PlacedLeg[]): string {
  const rows = legs.map(({ buyer, seller, rate, cadence, billed_seconds: billed, amount, currency }) => [
    buyer,
    seller ?? "the carrier",
    rate,
    cadence,
    String(billed),
    `${amount} ${currency}`,
  ]);
  const lines = [["Who pays", "to whom", "a minute", "counted by", "seconds", "charge"], ...rows];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((cells) => cells[column]!.length))); // as many in each
  return `${lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")}\n`;
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
