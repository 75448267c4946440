import { pino, type Logger } from "pino";
import type { Config } from "./config.ts";

export type Log = Logger;

/** JSON lines on standard output. Fields that could carry a secret are cut wherever they appear. */
export function createLog(config: Pick<Config, "TIERLINE_LOG">, name: string): Log {
  return pino({
    name,
    level: config.TIERLINE_LOG,
    redact: {
      paths: ["password", "*.password", "*.*.password", "token", "*.token", "headers.cookie", "headers.authorization"],
      censor: "••••••",
    },
  });
}
