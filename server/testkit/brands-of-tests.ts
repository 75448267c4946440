import { defaultBrandColors } from "@tierline/shared/brand.ts";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { BrandVersionEntity, HostnameEntity } from "../brands/brand.entity.ts";
import { setInstallation } from "../kernel/installation.ts";
import { resellersOfTests, type TestReseller } from "./tree.ts";
import type { World } from "./world.ts";

/** A PNG. */
export const onePixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/** Nobody answers there, at once. */
const noNameServer = "127.0.0.1:9";

/** A brand that was shown, is shown and is worked at, and a host name that waits. Answers what was shown, and the name. */
export async function plantBrand(
  world: Pick<World, "system" | "clock">,
  at: TestReseller,
): Promise<{ readonly brv: string; readonly hst: string }> {
  setInstallation({ nameServers: [noNameServer] });
  const { em } = world.system();
  const { path, name, key } = resellersOfTests[at];
  const [past, hostname] = [newId(), newId()];
  const now = world.clock.now();
  const version = { path, header: `${name} brand`, ...defaultBrandColors, words: {}, savedAt: now, savedBy: name };
  const states = ["PAST", "PUBLISHED", "DRAFT"] as const;
  for (const [index, state] of states.entries()) {
    const publishedAt = state === "DRAFT" ? null : now;
    await em.insert(BrandVersionEntity, {
      ...version,
      id: state === "PAST" ? past : newId(),
      number: index + 1,
      state,
      publishedAt,
      version: 1,
    });
  }
  await em.insert(HostnameEntity, {
    id: hostname,
    path,
    host: `my.${key}.example.com`,
    state: "WAITING",
    proof: `tierline=${key}`,
    addedAt: now,
    version: 1,
  });
  return { brv: encodeId("brv", past), hst: encodeId("hst", hostname) };
}
