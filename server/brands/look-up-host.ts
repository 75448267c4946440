import { Resolver } from "node:dns/promises";
import { proofLabel } from "@tierline/shared/brand.ts";
import { installation } from "../kernel/installation.ts";
import type { FoundRecords } from "./brand.entity.ts";

const patience = { timeout: 2_000, tries: 2 } as const;
/** Of what somebody else's name server says, so much is kept. */
const recordsMax = 10;
const recordLengthMax = 255;

/** That a name has no such record is an answer; anything else is none. */
const answers: ReadonlySet<string> = new Set(["ENODATA", "ENOTFOUND"]);

/** What the name servers say of a host and of its proof, asked afresh. Never throws: what nobody answered is told as such. */
export async function lookUpHost(host: string): Promise<FoundRecords> {
  const resolver = new Resolver(patience);
  const { nameServers } = installation();
  if (nameServers.length > 0) resolver.setServers([...nameServers]);
  let failure: string | null = null;
  const ask = async (question: Promise<readonly string[]>): Promise<string[]> => {
    try {
      return (await question).slice(0, recordsMax).map((each) => each.slice(0, recordLengthMax).replaceAll("\0", ""));
    } catch (error) {
      const code = String((error as { code?: unknown }).code ?? "EUNKNOWN");
      if (!answers.has(code)) failure = code;
      return [];
    }
  };
  const texts = async () => (await resolver.resolveTxt(`${proofLabel}.${host}`)).map((parts) => parts.join(""));
  const [cnames, four, six, proofs] = await Promise.all([
    ask(resolver.resolveCname(host)),
    ask(resolver.resolve4(host)),
    ask(resolver.resolve6(host)),
    ask(texts()),
  ]);
  return { cnames, addresses: [...four, ...six], proofs, failure };
}
