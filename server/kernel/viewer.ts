import type { ActingMode, Channel } from "@tierline/shared/kinds.ts";
import type { Language } from "@tierline/shared/language.ts";
import type { Scope } from "@tierline/shared/scope.ts";
import type { Permission, Role } from "@tierline/shared/permission.ts";
import { ancestorsOf, isWithin, rangeOf, resellerPathOf } from "@tierline/shared/tier-path.ts";

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
  /** Paths of the customers that they were named; of others they see nothing. Null for who may see all in their tier. */
  readonly onlyCustomers: readonly string[] | null;
  /** Set while they work in the place of another: path, customer and permissions are then the other's, the rest is their own. */
  readonly onBehalfOf: OnBehalfOf | null;
  /** What they set for themselves; null leaves it to each request. */
  readonly language: Language | null;
  readonly permissions: ReadonlySet<Permission>;
  /** What they would hold but for the state of a reseller: their own or one above it. */
  readonly withheld: ReadonlyMap<Permission, Withheld>;
  readonly channel: Channel;
  readonly sessionId: string | null;
  /** When the holder of a session last proved who they are; missing for who holds none, and is not asked. */
  readonly provenAt?: Date;
  /** Set for a program that came with a key or a token. */
  readonly program?: Program;
}

/** A third party's program, as its key says. */
export interface Program {
  readonly clientId: string;
  /** Whose it is: all programs of a reseller share an allowance besides. */
  readonly resellerId: string;
  readonly keyId: string;
  readonly scopes: readonly Scope[];
  /** Addresses and networks that it may ask from; none means from anywhere. */
  readonly ipList: readonly string[];
  readonly requestsPerMinute: number;
}

/** The same for two viewers exactly when the same things exist for both and both may do the same; who they are is another matter. */
export function sightOf({ path, role, resellerId, customerId, onlyCustomers, permissions }: Viewer): string {
  return JSON.stringify([path, role, resellerId, customerId, onlyCustomers, [...permissions].toSorted()]);
}

/** What row-level security would say of a row with this path, for what is decided in memory. */
export function isVisibleTo({ path: tier, onlyCustomers }: Viewer, path: string): boolean {
  const isOfCustomer = resellerPathOf(path) !== path;
  return isWithin(path, tier) && (onlyCustomers === null || !isOfCustomer || onlyCustomers.includes(path));
}

export type Withheld =
  | "RESELLER_SUSPENDED"
  | "RESELLER_NOT_ACTIVATED"
  | "ACTING_READ_ONLY"
  | "ACTING_ENDED"
  | "SECOND_FACTOR_REQUIRED"
  | "PASSWORD_CHANGE_REQUIRED";

interface Somebody {
  readonly id: string;
  readonly name: string;
}

/** Who is acted for: a reseller below one's own, or a customer's own person for a limited time. */
export type OnBehalfOf =
  | ({ readonly kind: "RESELLER" } & Somebody)
  | ({
      readonly kind: "USER";
      readonly mode: ActingMode;
      readonly until: Date;
      /** Its time is over, or the other's: nothing is done until the viewer has left, neither in their place nor in one's own. */
      readonly hasEnded: boolean;
    } & Somebody);

/** In whose place it is that something is done now; null for one's own. */
export function actedFor({ onBehalfOf }: Pick<Viewer, "onBehalfOf">): string | null {
  if (onBehalfOf === null || (onBehalfOf.kind === "USER" && onBehalfOf.hasEnded)) return null;
  return onBehalfOf.name;
}

/** What the row-level-security policies read. */
export interface TierVariables extends Record<"app.lo" | "app.hi" | "app.anc" | "app.only", string> {}

/** For the system, which sees all of a tier. */
export function tierVariables(path: string): TierVariables {
  return variablesOf({ path, onlyCustomers: null });
}

/** For a person or a program; signed out, the empty range sees nothing. */
export function variablesOf(viewer: Pick<Viewer, "path" | "onlyCustomers"> | null): TierVariables {
  if (viewer === null) return { "app.lo": "", "app.hi": "", "app.anc": "", "app.only": "" };
  const { lo, hi } = rangeOf(viewer.path);
  return { "app.lo": lo, "app.hi": hi, "app.anc": ancestorsOf(viewer.path).join(" "), "app.only": onlyOf(viewer) };
}

/** Nothing means everything to the policy, so that who was named nobody has to say something that is no path. */
function onlyOf({ onlyCustomers }: Pick<Viewer, "onlyCustomers">): string {
  return onlyCustomers === null ? "" : ["nobody", ...onlyCustomers].join(" ");
}

/** Path of the operator, the root of the tree. */
export const rootPath = "r1.";

const nil = "00000000-0000-7000-8000-000000000000";

/** For work that nobody has asked for, or nobody who is known yet. Never handed to a resolver. */
export const systemViewer: Viewer = {
  userId: nil,
  name: "Tierline",
  email: "",
  role: "OPERATOR",
  resellerId: nil,
  customerId: null,
  path: rootPath,
  onlyCustomers: null,
  onBehalfOf: null,
  language: null,
  permissions: new Set(),
  withheld: new Map(),
  channel: "SYSTEM",
  sessionId: null,
};
