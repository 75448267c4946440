import { bulkDaysDefault } from "@tierline/shared/limits.ts";
import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(["0", "1", "true", "false"]).transform((text) => text === "1" || text === "true");

const environment = z.object({
  PORT: port.default(4000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TIERLINE_DATA: z.string().min(1).optional(),
  /** 32 bytes, base64: seals connector secrets and peppers passwords. Made and kept in the data folder when absent. */
  TIERLINE_SECRET: z
    .string()
    .refine((text) => Buffer.from(text, "base64").length === 32, "must be 32 bytes in base64")
    .optional(),
  /** The address people type, when a proxy stands in front; cookies are Secure when it is https. */
  TIERLINE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Whom the first start of an empty database lets in. */
  TIERLINE_OPERATOR_EMAIL: z.email().default("operator@localhost.test"),
  TIERLINE_ALLOWED_ORIGINS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((each) => each.trim())
        .filter((each) => each !== ""),
    ),
  /** `host:port`, separated by commas: receivers of webhooks that are in a private network, or have no TLS. */
  TIERLINE_WEBHOOK_HOSTS: z.string().default(""),
  /** `host:port`, separated by commas: PBXs that may be asked though their address is private. */
  TIERLINE_SIP_HOSTS: z.string().default(""),
  /** `address` or `address:port`, separated by commas: who is asked for the records of host names instead of the machine's own. */
  TIERLINE_NAME_SERVERS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((each) => each.trim())
        .filter((each) => each !== ""),
    ),
  /** A ViaCEP service, without `/ws`: nobody outside learns what is typed before this is set. */
  TIERLINE_POSTAL_URL: z.url({ protocol: /^https?$/ }).optional(),
  TIERLINE_DEMO: flag.optional(),
  TIERLINE_LAB: flag.optional(),
  /** For so many days after its end it is kept what the rows of an import said. */
  TIERLINE_IMPORT_DAYS: z.coerce.number().int().min(1).max(3_650).default(bulkDaysDefault),
  /** Two, so that one can be killed by hand and the other is seen taking its runs over. None: this process serves the API alone. */
  TIERLINE_WORKERS: z.coerce.number().int().min(0).max(32).default(2),
  TIERLINE_WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(1000).default(20),
  TIERLINE_LOG: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  NODE_ENV: z.string().default("production"),
});

export type Config = Readonly<z.output<typeof environment>>;

/** Read once at boot. A wrong value is named together with what was expected; nothing starts half-configured. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = environment.safeParse(present);
  if (parsed.success) return Object.freeze(parsed.data);
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The configuration is not usable:\n${lines.join("\n")}`);
}
