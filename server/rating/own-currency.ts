import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { resellerByPath } from "../resellers/reseller-loaders.ts";

/** In which the viewer's reseller sells. */
export async function ownCurrency(request: RequestContext): Promise<string> {
  const { viewer } = signedIn(request);
  const reseller = await resellerByPath(request).load(resellerPathOf(viewer.path));
  invariant(reseller !== null, "everybody sees their own reseller");
  return reseller.currency;
}
