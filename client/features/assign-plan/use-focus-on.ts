import { useEffect, useRef, type RefObject } from "react";

/**
 * Whoever chooses by keyboard goes on by keyboard: what was chosen from is gone, so the focus goes to the next field that is to be
 * filled in, where a scanner types into. After a click the focus stays out of the way: on a phone it would open the keyboard.
 */
export function useFocusOn(sections: RefObject<HTMLElement | null>, hasOffering: boolean): () => void {
  const isWanted = useRef(false);
  useEffect(() => {
    if (!isWanted.current || !hasOffering) return;
    const next = sections.current?.querySelector<HTMLElement>("input:not([type=radio])");
    if (next == null) return;
    isWanted.current = false;
    next.focus();
  });
  return () => {
    isWanted.current = document.activeElement?.matches(":focus-visible") === true;
  };
}
