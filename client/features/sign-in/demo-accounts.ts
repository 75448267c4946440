import { useEffect, useState } from "react";
import type { Role } from "@tierline/shared/permission.ts";

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

/** Known to everyone and only where the demo world was planted. */
export const demoPassword = "demo-tierline";

/** The people of the demo world; nobody where there is none. */
export function useDemoAccounts(): readonly DemoAccount[] {
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([]);
  useEffect(() => {
    const ending = new AbortController();
    fetch("/demo.json", { signal: ending.signal })
      .then(async (answer) =>
        answer.ok && answer.headers.get("content-type")?.includes("json") === true
          ? ((await answer.json()) as DemoAccount[])
          : [],
      )
      .then(setAccounts)
      .catch(() => undefined); // no demo world, or gone before the answer
    return () => ending.abort();
  }, []);
  return accounts;
}
