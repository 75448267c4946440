import { permissions, type Permission } from "@tierline/shared/permission.ts";
import { vi } from "vitest";

// Faults of code, by their names in testkit/sabotage-faults.ts: a module is exchanged before anything has loaded it, so nothing of
// the product may be imported here as a value.

const everyPermission: ReadonlySet<Permission> = new Set(Object.keys(permissions) as Permission[]);
const aCentury = 100 * 365 * 86_400_000;

export const plants: Readonly<Record<string, () => void>> = {
  "secrets-shown": () =>
    vi.doMock(import("../kernel/secret.ts"), async (original) => {
      const exports = await original();
      Object.assign(exports.Secret.prototype, {
        toJSON(this: InstanceType<typeof exports.Secret>) {
          return this.reveal();
        },
      });
      return exports;
    }),
  "limits-off": () =>
    vi.doMock(import("../api/limits.ts"), async (original) => {
      const exports = await original();
      Object.assign(exports.limits, { aliases: 1e6, depth: 1e6 });
      return exports;
    }),
  "keys-ignored": () =>
    vi.doMock(import("../kernel/idempotency.ts"), async (original) => {
      const { transaction } = await import("../kernel/context.ts");
      return { ...(await original()), once: (context, _operation, _key, _request, work) => transaction(context, work) };
    }),
  "audit-forgotten": () =>
    vi.doMock(import("../audit/record.ts"), async (original) => ({
      ...(await original()),
      recordAudit: async () => "",
    })),
  "seal-partial": () =>
    vi.doMock(import("../audit/chain.ts"), async (original) => {
      const chain = await original();
      return { ...chain, canonical: chain.canonical.replace(" e.changes,", "") };
    }),
  "moves-unchecked": () =>
    vi.doMock(import("../db/audit-chains.ts"), async (original) => {
      const { verifyChains } = await original();
      const careless: typeof verifyChains = async (client, anchors) => {
        const { problems, heads } = await verifyChains(client, anchors);
        return { heads, problems: problems.filter((problem) => !problem.includes("belongs at")) };
      };
      return { verifyChains: careless };
    }),
  "origin-off": () =>
    vi.doMock(import("../api/origin.ts"), async (original) => ({
      ...(await original()),
      isForeignOrigin: () => false,
    })),
  "socket-origin-off": () =>
    vi.doMock(import("../api/origin.ts"), async (original) => {
      const { isForeignOrigin } = await original();
      return {
        isForeignOrigin: (request, config) => request.headers.upgrade === undefined && isForeignOrigin(request, config),
      };
    }),
  "socket-limits-off": () =>
    vi.doMock(import("../api/limits.ts"), async (original) => {
      const { validate } = await import("graphql");
      return { ...(await original()), validateLimited: (schema, document) => validate(schema, document) };
    }),
  "socket-unbounded": () =>
    vi.doMock(import("graphql-ws"), async (original) => {
      const exports = await original();
      const makeServer: typeof exports.makeServer = (options) =>
        exports.makeServer({
          ...options,
          onSubscribe(context, ...rest) {
            Object.assign(context.extra as object, { subscriptions: 0 });
            return options.onSubscribe?.(context, ...rest);
          },
        });
      return { ...exports, makeServer };
    }),
  "socket-rights-kept": () =>
    vi.doMock(import("../api/web-socket.ts"), async (original) => {
      const exports = await original();
      Object.assign(exports.socketLimits, { recheckMs: 1e9 });
      return exports;
    }),
  "page-cap-off": () =>
    vi.doMock(import("../kernel/paging.ts"), async (original) => ({
      ...(await original()),
      checkedFirst: ({ first }) => first,
    })),
  "cookie-readable": () =>
    vi.doMock(import("../api/session-cookie.ts"), async (original) => ({
      ...(await original()),
      setSessionCookie: (reply, _config, token) => void reply.setCookie("tierline_session", token ?? "", { path: "/" }),
    })),
  "sign-out-forgotten": () =>
    vi.doMock(import("../identity/session.ts"), async (original) => ({
      ...(await original()),
      endSession: async () => undefined,
    })),
  "session-endless": () =>
    vi.doMock(import("../identity/session.ts"), async (original) => ({ ...(await original()), idleMs: aCentury })),
  "attempts-uncounted": () =>
    vi.doMock(import("../identity/sign-in-limit.ts"), async (original) => ({
      ...(await original()),
      signInLimit: () => ({ attempt: async () => undefined, forgive: async () => undefined }),
    })),
  "permission-ignored": () =>
    vi.doMock(import("../kernel/context.ts"), async (original) => {
      const exports = await original();
      const signedIn: typeof exports.signedIn = (context) => {
        const known = exports.signedIn(context);
        return { ...known, viewer: { ...known.viewer, permissions: everyPermission } };
      };
      return { ...exports, signedIn };
    }),
  "verify-skipped": () =>
    vi.doMock(import("../provisioning/prepare-task.ts"), async (original) => {
      const exports = await original();
      const prepareTask: typeof exports.prepareTask = (...args) => {
        const prepared = exports.prepareTask(...args);
        return { ...prepared, action: { ...prepared.action, verify: undefined } as typeof prepared.action };
      };
      return { ...exports, prepareTask };
    }),
  "plan-differs": () =>
    vi.doMock(import("../provisioning/plan-run.ts"), async (original) => {
      const { planRun } = await original();
      return {
        planRun: async (...args) =>
          (await planRun(...args)).map((task) => ({ ...task, calls: task.calls.slice(0, -1) })),
      };
    }),
  "top-up-repeats": () =>
    vi.doMock(import("../connectors/ocs/balance.ts"), async (original) => {
      const exports = await original();
      const setBalance: typeof exports.setBalance = (io, settings, input) =>
        exports.setBalance(io, settings, { ...input, balanceId: crypto.randomUUID() });
      return { ...exports, setBalance };
    }),
  "private-network-open": () =>
    vi.doMock(import("ipaddr.js"), async (original) => {
      const { default: ipaddr } = await original();
      const process: typeof ipaddr.process = (text) => Object.assign(ipaddr.process(text), { range: () => "unicast" });
      return { default: { ...ipaddr, process } };
    }),
  "log-unredacted": () =>
    vi.doMock(import("../kernel/log.ts"), async () => {
      const { pino } = await import("pino");
      return { createLog: (config, name, to) => pino({ name, level: config.TIERLINE_LOG }, to) };
    }),
  "task-log-unmasked": () =>
    vi.doMock(import("../kernel/secret.ts"), async (original) => {
      const exports = await original();
      return { ...exports, masked: (part) => JSON.stringify(exports.revealed(part)) };
    }),
};
