import type { Channel } from "@tierline/shared/kinds.ts";
import type { Language } from "@tierline/shared/language.ts";
import type { Permission, Role } from "@tierline/shared/permission.ts";
import { ancestorsOf, rangeOf } from "@tierline/shared/tier-path.ts";

/** Who is asking, from which tier, with which rights. Outside the viewer's path nothing exists for them. */
export interface Viewer {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly resellerId: string;
  /** Set for a customer's own user. */
  readonly customerId: string | null;
  /** The tier they see: their reseller's path, or their customer's. */
  readonly path: string;
  /** What they set for themselves; null leaves it to each request. */
  readonly language: Language | null;
  readonly permissions: ReadonlySet<Permission>;
  readonly channel: Channel;
  readonly sessionId: string | null;
}

/** What the row-level-security policies read. */
export function tierVariables(path: string): Record<"app.lo" | "app.hi" | "app.anc", string> {
  const { lo, hi } = rangeOf(path);
  return { "app.lo": lo, "app.hi": hi, "app.anc": ancestorsOf(path).join(" ") };
}

/** Path of the operator, the root of the tree. */
export const rootPath = "r1.";
