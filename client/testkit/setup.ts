import "@testing-library/jest-dom/vitest";
import { notifications } from "@mantine/notifications";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";
import { serverClock } from "../api/server-clock.ts";
import { numberPlansSettled } from "../ui/use-identifiers.ts";

// Waiting ends with what is waited for; the limit only has to be kind to busy machines.
configure({ asyncUtilTimeout: 8_000 });

// What jsdom lacks and Mantine asks for.
window.matchMedia ??= (query) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }) satisfies MediaQueryList;

class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}
window.ResizeObserver ??= NoObserver as unknown as typeof ResizeObserver;
window.IntersectionObserver ??= NoObserver as unknown as typeof IntersectionObserver;
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView ??= () => undefined;
if (!("fonts" in document)) Object.defineProperty(document, "fonts", { value: new EventTarget() });

// The files of a worker share a window: each begins at its front door and remembers nothing.
window.history.replaceState(null, "", "/");
sessionStorage.clear();
localStorage.clear();

// Pages are tested as they are once everything has come.
await numberPlansSettled;

afterEach(() => {
  cleanup();
  // The files of a worker share them: an answer of the same time in another file would count as told already, and behind five
  // notifications that nobody closed the next one waits.
  serverClock.forget();
  notifications.clean();
});
