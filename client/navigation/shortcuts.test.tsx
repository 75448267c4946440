import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { keyLabel, ShortcutsProvider, useShortcut, useShortcutList, useShortcutRegistry } from "./shortcuts.tsx";

beforeEach(() => localStorage.clear());

function Keys({ keys, run }: { keys: string; run: () => void }) {
  useShortcut(keys, `Do ${keys}`, run);
  return null;
}

function Sheet() {
  const registry = useShortcutRegistry();
  return (
    <>
      <p>
        {useShortcutList()
          .map(({ label }) => label)
          .join(", ")}
      </p>
      <button type="button" onClick={() => registry.setOn(false)}>
        Off
      </button>
    </>
  );
}

function page(runs: Record<string, () => void>, rest?: React.ReactNode) {
  return render(
    <ShortcutsProvider>
      {Object.entries(runs).map(([keys, run]) => (
        <Keys key={keys} keys={keys} run={run} />
      ))}
      <Sheet />
      {rest}
    </ShortcutsProvider>,
  );
}

test("one key, two keys after another, and a chord", async () => {
  const done: string[] = [];
  page({ a: () => done.push("a"), "g c": () => done.push("g c"), "mod+k": () => done.push("mod+k") });
  await userEvent.keyboard("agc{Control>}k{/Control}");
  expect(done).toEqual(["a", "g c", "mod+k"]);
  expect(screen.getByText("Do a, Do g c, Do mod+k")).toBeInTheDocument();
});

test("whoever types in a field types letters; a chord still works", async () => {
  const done: string[] = [];
  page({ a: () => done.push("a"), "mod+enter": () => done.push("mod+enter") }, <input aria-label="Name" />);
  await userEvent.type(screen.getByLabelText("Name"), "anna{Control>}{Enter}{/Control}");
  expect(screen.getByLabelText("Name")).toHaveValue("anna");
  expect(done).toEqual(["mod+enter"]);
});

test("a ticked box is not a text field", async () => {
  const run = vi.fn<() => void>();
  page({ a: run }, <input type="checkbox" aria-label="Renew" />);
  await userEvent.click(screen.getByLabelText("Renew"));
  await userEvent.keyboard("a");
  expect(run).toHaveBeenCalledOnce();
});

test("nothing behind an open dialog is meant", async () => {
  const run = vi.fn<() => void>();
  page({ a: run }, <div role="dialog" aria-modal="true" />);
  await userEvent.keyboard("a");
  expect(run).not.toHaveBeenCalled();
});

test("single keys can be switched off for good; chords stay (WCAG 2.1.4)", async () => {
  const done: string[] = [];
  const runs = { a: () => done.push("a"), "mod+k": () => done.push("mod+k") };
  const { unmount } = page(runs);
  await userEvent.click(screen.getByRole("button", { name: "Off" }));
  await userEvent.keyboard("a{Control>}k{/Control}");
  unmount();
  page(runs);
  await userEvent.keyboard("a");
  expect(done).toEqual(["mod+k"]);
});

test("the page's own key wins over the one of every page, and gives it back", async () => {
  const done: string[] = [];
  const general = (): number => done.push("general");
  const { rerender } = render(
    <ShortcutsProvider>
      <Keys keys="c" run={general} />
      <Keys keys="c" run={() => done.push("page")} />
    </ShortcutsProvider>,
  );
  await userEvent.keyboard("c");
  rerender(
    <ShortcutsProvider>
      <Keys keys="c" run={general} />
    </ShortcutsProvider>,
  );
  await userEvent.keyboard("c");
  expect(done).toEqual(["page", "general"]);
});

test("a key that something else has already taken is left alone", () => {
  const run = vi.fn<() => void>();
  page({ a: run });
  const event = new KeyboardEvent("keydown", { key: "a", bubbles: true, cancelable: true });
  event.preventDefault();
  fireEvent(document.body, event);
  expect(run).not.toHaveBeenCalled();
});

test("keys are written as they are printed", () => {
  expect(["a", "g c", "?", "mod+k", "mod+enter"].map(keyLabel)).toEqual(["A", "G C", "?", "Ctrl K", "Ctrl ↵"]);
});
