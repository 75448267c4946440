import { pino, type DestinationStream, type Logger } from "pino";
import type { Config } from "./config.ts";

export type Log = Logger;

/** JSON lines, on standard output if nothing else is said. Fields that could carry a secret are cut wherever they appear. */
export function createLog(config: Pick<Config, "TIERLINE_LOG">, name: string, to?: DestinationStream): Log {
  const options = {
    name,
    level: config.TIERLINE_LOG,
    redact: {
      paths: ["password", "*.password", "*.*.password", "token", "*.token", "headers.cookie", "headers.authorization"],
      censor: "••••••",
    },
  };
  return to === undefined ? pino(options) : pino(options, to);
}
