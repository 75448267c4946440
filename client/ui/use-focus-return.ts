import { useEffect, useState } from "react";

/** How long after a dialog what opened it may still go, e.g. a button that its deed has made impossible. */
const watchedMs = 5_000;

/** When a dialog closes, the focus goes back to what opened it; where that is gone, to the page's heading. */
export function useFocusReturn(isOpen: boolean): void {
  // Noted before the dialog is drawn: a field of it may take the focus as soon as it is there.
  const [opener, setOpener] = useState<Element | null>(isOpen ? document.activeElement : null);
  if (isOpen !== (opener !== null)) setOpener(isOpen ? (document.activeElement ?? document.body) : null);
  useEffect(() => {
    if (opener === null) return;
    return () => giveBack(opener);
  }, [opener]);
}

function giveBack(opener: Element): void {
  if (!(opener instanceof HTMLElement) || opener === document.body || !opener.isConnected) return focusHeading();
  opener.focus({ preventScroll: true });
  whenGone(opener, focusHeading);
}

/** `then` unless the focus has been moved elsewhere meanwhile. */
function whenGone(opener: HTMLElement, then: () => void): void {
  const observer = new MutationObserver(() => {
    if (opener.isConnected) return;
    stop();
    if (document.activeElement === document.body) then();
  });
  const timer = setTimeout(stop, watchedMs);
  observer.observe(document.body, { childList: true, subtree: true });

  function stop(): void {
    observer.disconnect();
    clearTimeout(timer);
  }
}

function focusHeading(): void {
  document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
}
