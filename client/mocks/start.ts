import { setupWorker } from "msw/browser";
import { createHandlers } from "./handlers.ts";
import { openWorld } from "./world.ts";

const viewerKey = "tierline.preview.viewer";

/** The console alone: everything it asks is answered in this tab, out of the demo world. Loading the page again begins anew. */
export async function startMock(): Promise<void> {
  const world = openWorld(new Date());
  const email = sessionStorage.getItem(viewerKey);
  world.viewer = world.users.find((user) => user.email === email) ?? null;
  const remember = (): void => sessionStorage.setItem(viewerKey, world.viewer?.email ?? "");
  const worker = setupWorker(...createHandlers(world, new URL(location.href), remember));
  await worker.start({ quiet: true, onUnhandledFrame: "bypass" });
}
