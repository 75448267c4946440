import { lazy, Suspense, useEffect, useState, useSyncExternalStore, type Dispatch, type SetStateAction } from "react";
import { useFocusReturn } from "../../ui/use-focus-return.ts";

const load = () => import("./Palette.tsx").then(({ Palette }) => ({ default: Palette }));
const Palette = lazy(load);
const restMs = 2_000;

let isOpen = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  isOpen = next;
  for (const listener of listeners) listener();
}

export function openPalette(): void {
  set(true);
}

/** Fetched once the page has come to rest, or when it is opened before. */
export function PaletteHost() {
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), restMs);
    return () => clearTimeout(timer);
  }, []);
  // Who leaves the console with it open does not find it open on coming back.
  useEffect(() => () => set(false), []);
  const opened = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOpen,
  );
  return opened ? <Opened /> : null;
}

function Opened() {
  const [text, setText] = useState("");
  useTypingAhead(setText);
  useFocusReturn(true);
  return (
    <Suspense fallback={null}>
      <Palette text={text} onText={setText} onClose={() => set(false)} />
    </Suspense>
  );
}

/** Whoever types at once after ⌘K means the palette, although its field is not there yet: not the page's single keys. */
function useTypingAhead(setText: Dispatch<SetStateAction<string>>): void {
  useEffect(() => {
    const keep = (event: KeyboardEvent): void => {
      const isInField = document.activeElement?.closest("[role='dialog']") != null;
      if (isInField || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.length === 1) setText((text) => text + event.key);
      else if (event.key === "Backspace") setText((text) => text.slice(0, -1));
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener("keydown", keep, { capture: true });
    return () => window.removeEventListener("keydown", keep, { capture: true });
  }, [setText]);
}
