/** How far this machine's clock is off the server's, so that a countdown ends when the server says so. */
function createServerClock() {
  let offsetMs = 0;
  let learnt: string | null = null;
  return {
    /** The server's time as it stood in an answer that has just come. */
    learn(serverTime: string): void {
      if (serverTime === learnt) return;
      learnt = serverTime;
      offsetMs = Date.parse(serverTime) - Date.now();
    },
    /** As before the first answer. */
    forget(): void {
      learnt = null;
      offsetMs = 0;
    },
    get offsetMs(): number {
      return offsetMs;
    },
    now(): number {
      return Date.now() + offsetMs;
    },
  };
}

export const serverClock = createServerClock();
