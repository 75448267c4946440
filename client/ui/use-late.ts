import { useEffect, useState } from "react";

/** What comes sooner than this is better waited for than announced. */
export const lateAfterMs = 150;

/** Whether something has been going on for long enough to show that it does. */
export function useLate(isGoingOn: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return;
    const timer = setTimeout(() => setIsLate(true), lateAfterMs);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isGoingOn]);
  return isGoingOn && isLate;
}
