import { asSystem, type Transaction } from "./context.ts";
import { installation } from "./installation.ts";

/**
 * Where links lead whoever stands at this path: to the proved host name of the nearest reseller above that has one, else to the
 * installation's own. Never to what a request says of its host.
 */
export async function publicAddressFor(tx: Transaction, path: string): Promise<string> {
  const [row] = await asSystem(tx, () =>
    tx.em.execute<{ host: string }[]>(
      "select host from hostname where state = 'SERVING' and starts_with(?, path) order by length(path) desc, proved_at, id limit 1",
      [path],
    ),
  );
  return row === undefined ? installation().publicUrl : addressOfHost(row.host);
}

/** As the installation's own, with its scheme and port: names are served by the same proxy. */
export function addressOfHost(host: string): string {
  const url = new URL(installation().publicUrl);
  url.hostname = host;
  return url.origin;
}
