import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { filled, keep, until, type Kept } from "./process.ts";

/** Kamailio, and what it says of itself when asked past the product. */
export interface SipSwitch {
  readonly rpcUrl: string;
  /** At how many addresses this user is reachable right now, by the registrar's own memory. */
  contacts(user: string): Promise<number>;
  /** Calls in which both sides talk. */
  calls(): Promise<number>;
}

/** Where it finds its own tables, the product it asks about calls, and who takes the calls to numbers. */
export interface SwitchSurroundings {
  readonly databaseUrl: string;
  readonly productUrl: string;
  readonly carrierPort: number;
}

const ringMs = 4_000; // the tests wait it out
const confirmed = 4; // state of a dialog: answered and acknowledged

export async function startSwitch(
  folder: string,
  sipPort: number,
  surroundings: SwitchSurroundings,
): Promise<{ sipSwitch: SipSwitch; kept: Kept }> {
  const file = join(folder, "kamailio.cfg");
  writeFileSync(file, filled("kamailio.cfg", { sipPort, ringMs, ...surroundings }));
  const flags = ["-f", file, "-DD", "-E", "-m", "32", "-M", "4", "-P", join(folder, "kamailio.pid"), "-Y", folder];
  const kept = keep("kamailio", flags, folder);
  const rpcUrl = `http://127.0.0.1:${sipPort}/RPC`;
  const ask = async (method: string, ...params: string[]): Promise<unknown> => {
    const body = JSON.stringify({ jsonrpc: "2.0", method, params, id: 1 });
    const answer = (await (await fetch(rpcUrl, { method: "POST", body })).json()) as { result?: unknown };
    return answer.result;
  };
  try {
    await until("Kamailio answers", async () => (await ask("core.uptime")) !== undefined);
  } catch (error) {
    await kept.stop();
    throw error;
  }
  const sipSwitch: SipSwitch = {
    rpcUrl,
    async contacts(user) {
      const found = (await ask("ul.lookup", "location", user)) as { Contacts?: unknown[] } | undefined; // none: an error
      return found?.Contacts?.length ?? 0;
    },
    async calls() {
      const dialogs = (await ask("dlg.list")) as { state: number }[] | object | undefined; // none: an empty object
      return Array.isArray(dialogs) ? dialogs.filter(({ state }) => state === confirmed).length : 0;
    },
  };
  return { sipSwitch, kept };
}
