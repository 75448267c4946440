import { mergeConfig } from "vitest/config";
import usual from "../vitest.config.ts";

/** As the tests always run, with the fault planted before them. */
export default mergeConfig(usual, { test: { setupFiles: ["./testkit/sabotage-setup.ts"], maxWorkers: 1 } });
