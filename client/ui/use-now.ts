import { useEffect, useState } from "react";

/** The server's time in ms, looked at again every `everyMs`; `isStopped` keeps the last. */
export function useNow(everyMs: number, serverOffsetMs = 0, isStopped = false): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (isStopped) return;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, isStopped]);
  return now + serverOffsetMs;
}
