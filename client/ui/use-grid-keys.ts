import { useEffect, useEffectEvent, type RefObject } from "react";

const openerSelector = "[data-opener] a, [data-opener] button, a[data-opener], button[data-opener]";
const editableSelector =
  "input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=combobox], dialog, [role=dialog]";

/**
 * j and k go down and up the rows of a grid, x ticks the row; Enter needs nothing, as the focus is on a link.
 * They work where the focus is in the grid; with `isPageWide` also where it is nowhere in particular.
 */
export function useGridKeys(
  root: RefObject<HTMLElement | null>,
  { isPageWide, onTick }: { isPageWide: boolean; onTick: ((rowKey: string) => void) | undefined },
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || root.current === null) return;
    const focused = document.activeElement;
    if (focused?.closest(editableSelector) != null) return;
    const isInside = root.current.contains(focused);
    if (!isInside && !(isPageWide && (focused === null || focused === document.body || focused.tagName === "H1")))
      return;
    if (event.key === "j") move(root.current, 1);
    else if (event.key === "k") move(root.current, -1);
    else if (event.key === "x" && onTick !== undefined) tick(focused, onTick);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function move(root: HTMLElement, by: 1 | -1): void {
  const rows = [...root.querySelectorAll<HTMLElement>("[data-row-key]")];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
  const opener = next?.querySelector<HTMLElement>(openerSelector);
  opener?.focus();
  opener?.scrollIntoView({ block: "nearest" });
}

function tick(focused: Element | null, onTick: (rowKey: string) => void): void {
  const key = focused?.closest("[data-row-key]")?.getAttribute("data-row-key");
  if (key != null) onTick(key);
}

/** A click beside the link opens the row all the same, in a new tab where that was asked for; not one on a control or after selecting text. */
export function openByClick(event: React.MouseEvent<HTMLElement>): void {
  if (event.defaultPrevented || !(event.target instanceof Element)) return;
  if (event.target.closest("a, button, input, label, select, textarea") !== null) return;
  if (String(window.getSelection()) !== "") return;
  const { ctrlKey, metaKey, shiftKey } = event;
  event.currentTarget
    .querySelector<HTMLElement>(openerSelector)
    ?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
}
