import type { Permission } from "@tierline/shared/permission.ts";
import { permissionsOfScopes, scopeFor } from "@tierline/shared/scope.ts";
import { say } from "@tierline/shared/sentence.ts";
import { createMethodMiddlewareDecorator } from "type-graphql";
import type { Context, RequestContext } from "./context.ts";
import { signedIn } from "./context.ts";
import { requireFreshProof, sensitiveMutations } from "./fresh-proof.ts";
import { AccessError } from "./rejection.ts";
import type { Program } from "./viewer.ts";

const guarded = new Map<object, Map<string, Permission>>();

/**
 * Guards a root field or a field with one permission, and writes itself into the schema's description (api/schema.ts).
 * Whether the thing lies in the viewer's tier is the other question, answered by row-level security.
 */
export function Requires(permission: Permission): MethodDecorator {
  const guard = createMethodMiddlewareDecorator<RequestContext>(async ({ context, info }, next) => {
    const own = signedIn(context);
    if (info.parentType.name === "Mutation") refuseToLookers(own);
    require(own, permission);
    if (info.parentType.name === "Mutation" && sensitiveMutations.get(info.fieldName) === "always") {
      requireFreshProof(own);
    }
    return next();
  });
  return (target, key, descriptor) => {
    const byMethod = guarded.get(target.constructor) ?? new Map<string, Permission>();
    guarded.set(target.constructor, byMethod.set(String(key), permission));
    guard(target, String(key), descriptor as never); // TypeGraphQL's decorator type names no descriptor
  };
}

/** The permission that guards a resolver's method, if any. */
export function permissionOf(resolver: object, method: string): Permission | null {
  return guarded.get(resolver)?.get(method) ?? null;
}

/** For code that decides within a verb, such as subscriptions and fields that need a second right. */
export function require(context: Pick<Context, "viewer">, permission: Permission): void {
  const { permissions, withheld, program } = context.viewer;
  if (permissions.has(permission)) return;
  if (program !== undefined) refuseWithoutScope(program, permission);
  const reason = withheld.get(permission);
  if (reason !== undefined) throw new AccessError(reason, say(`access.${reason}`));
  throw new AccessError(
    "FORBIDDEN",
    say("access.needs", { permission: say(`permission.${permission}`), code: permission }),
  );
}

/** Whoever acts as another to look changes nothing, whatever they may. */
function refuseToLookers({ viewer: { onBehalfOf } }: Pick<Context, "viewer">): void {
  if (onBehalfOf?.kind === "USER" && onBehalfOf.mode === "READ" && !onBehalfOf.hasEnded) {
    throw new AccessError("ACTING_READ_ONLY", say("access.ACTING_READ_ONLY"));
  }
}

/** For what belongs to a person alone, and is not even shown to whoever acts as them. */
export function refuseWhileActing({ viewer }: Pick<Context, "viewer">): void {
  if (viewer.onBehalfOf?.kind === "USER") throw new AccessError("FORBIDDEN", say("access.notWhileActing"));
}

/** A program whose scopes lack it is told which one has it; one whose maker lacks it is told as a person is. */
function refuseWithoutScope({ scopes }: Program, permission: Permission): void {
  const scope = scopeFor(permission);
  if (scope === null || permissionsOfScopes(scopes).has(permission)) return;
  throw new AccessError("FORBIDDEN", say("access.needsScope", { scope, code: permission }));
}

export function may(context: Pick<RequestContext, "viewer">, permission: Permission): boolean {
  return context.viewer?.permissions.has(permission) ?? false;
}
