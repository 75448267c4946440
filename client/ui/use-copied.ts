import { useEffect, useState } from "react";

const saidForMs = 2_000;

/** Copies text and says so for two seconds. `copy` resolves to false where the browser refuses. */
export function useCopied(onCopied?: () => void): { isCopied: boolean; copy(text: string): Promise<boolean> } {
  const [copies, setCopies] = useState(0);
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (copies === 0) return;
    const timer = setTimeout(() => setIsCopied(false), saidForMs);
    return () => clearTimeout(timer);
  }, [copies]);
  async function copy(text: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return false; // Refused or no secure context: the text stays on the page and can be selected by hand.
    }
    setCopies((count) => count + 1);
    setIsCopied(true);
    onCopied?.();
    return true;
  }
  return { isCopied, copy };
}
