import type { Permission } from "@tierline/shared/permission.ts";
import { say } from "@tierline/shared/sentence.ts";
import { createMethodMiddlewareDecorator } from "type-graphql";
import type { Context, RequestContext } from "./context.ts";
import { signedIn } from "./context.ts";
import { AccessError } from "./rejection.ts";

const guarded = new Map<object, Map<string, Permission>>();

/**
 * Guards a root field or a field with one permission, and writes itself into the schema's description (api/schema.ts).
 * Whether the thing lies in the viewer's tier is the other question, answered by row-level security.
 */
export function Requires(permission: Permission): MethodDecorator {
  const guard = createMethodMiddlewareDecorator<RequestContext>(async ({ context }, next) => {
    require(signedIn(context), permission);
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
  const { permissions, withheld } = context.viewer;
  if (permissions.has(permission)) return;
  const reason = withheld.get(permission);
  if (reason !== undefined) throw new AccessError(reason, say(`access.${reason}`));
  throw new AccessError(
    "FORBIDDEN",
    say("access.needs", { permission: say(`permission.${permission}`), code: permission }),
  );
}

export function may(context: Pick<RequestContext, "viewer">, permission: Permission): boolean {
  return context.viewer?.permissions.has(permission) ?? false;
}
