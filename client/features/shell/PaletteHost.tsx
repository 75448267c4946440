import { lazy, Suspense, useSyncExternalStore } from "react";

const Palette = lazy(() => import("./Palette.tsx").then(({ Palette: component }) => ({ default: component })));

let isOpen = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  isOpen = next;
  for (const listener of listeners) listener();
}

export function openPalette(): void {
  set(true);
}

/** Loaded when it is first opened. */
export function PaletteHost() {
  const opened = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOpen,
  );
  if (!opened) return null;
  return (
    <Suspense fallback={null}>
      <Palette onClose={() => set(false)} />
    </Suspense>
  );
}
