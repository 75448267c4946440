import {
  createContext,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";

export interface Shortcut {
  /** `a`, `?`, `mod+k`, `mod+enter`, or two keys after another: `g c`. */
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
}

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** As it is printed on the keys: `mod+k` is ⌘K on one machine and Ctrl K on another. */
export function keyLabel(keys: string): string {
  return keys
    .replace("mod+enter", isApple ? "⌘↵" : "Ctrl ↵")
    .replace(/^mod\+(.)$/, (_all, letter: string) =>
      isApple ? `⌘${letter.toUpperCase()}` : `Ctrl ${letter.toUpperCase()}`,
    )
    .replace(/^[a-z]$/, (letter) => letter.toUpperCase())
    .replace(
      /^([a-z]) ([a-z])$/,
      (_all, first: string, second: string) => `${first.toUpperCase()} ${second.toUpperCase()}`,
    );
}

interface Registry {
  add(shortcut: Shortcut): () => void;
  list(): readonly Shortcut[];
  subscribe(listener: () => void): () => void;
  isOn: boolean;
  setOn(isOn: boolean): void;
}

const storageKey = "tierline:single-keys";
const sequenceMs = 900;
const RegistryContext = createContext<Registry | null>(null);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return (
    target.isContentEditable ||
    ["TEXTAREA", "SELECT"].includes(target.tagName) ||
    target.closest("[role='combobox'],[role='listbox'],[role='menu']") !== null
  );
}

/** What lies behind an open dialog is not what the keys are meant for. */
function isBehindDialog(): boolean {
  return document.querySelector("[role='dialog'][aria-modal='true']") !== null;
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key === "Enter" ? "enter" : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.metaKey || event.ctrlKey ? `mod+${key}` : key;
}

/** One listener for all; single keys can be switched off and never fire while someone types (WCAG 2.1.4). */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const shortcuts = useRef<Shortcut[]>([]);
  const listeners = useRef(new Set<() => void>());
  const [isOn, setIsOn] = useState(() => localStorage.getItem(storageKey) !== "off");

  useEffect(() => {
    let first: { key: string; at: number } | null = null;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey) return;
      const key = nameOf(event);
      const isChord = key.startsWith("mod+");
      if (!isChord && (!isOn || isTyping(event.target) || isBehindDialog())) return;
      const pair = first !== null && event.timeStamp - first.at < sequenceMs ? `${first.key} ${key}` : null;
      first = isChord ? null : { key, at: event.timeStamp };
      const found = shortcuts.current.findLast((each) => each.keys === pair || each.keys === key);
      if (found === undefined) return;
      event.preventDefault();
      first = null;
      found.run();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isOn]);

  const registry = useMemo<Registry>(
    () => ({
      add(shortcut) {
        shortcuts.current = [...shortcuts.current, shortcut];
        for (const listener of listeners.current) listener();
        return () => {
          shortcuts.current = shortcuts.current.filter((each) => each !== shortcut);
          for (const listener of listeners.current) listener();
        };
      },
      list: () => shortcuts.current,
      subscribe(listener) {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
      isOn,
      setOn(next) {
        localStorage.setItem(storageKey, next ? "on" : "off");
        setIsOn(next);
      },
    }),
    [isOn],
  );
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

export function useShortcutRegistry(): Registry {
  const registry = use(RegistryContext);
  if (registry === null) throw new Error("Shortcuts are for pages of the console");
  return registry;
}

/** All that is registered now, for the sheet. */
export function useShortcutList(): readonly Shortcut[] {
  const { subscribe, list } = useShortcutRegistry();
  return useSyncExternalStore(subscribe, list);
}

/** Registers a key for as long as the component is shown; the newest of two wins. */
export function useShortcut(keys: string, label: string, run: () => void): void {
  const { add } = useShortcutRegistry();
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  useEffect(() => add({ keys, label, run: () => latest.current() }), [add, keys, label]);
}
