import { z } from "zod";
import { defineAction } from "../provisioning/action.ts";

export const waitAction = defineAction({
  key: "manual.wait",
  title: "Wait for a person",
  description: "The run goes on when somebody says that the task's instructions were followed, e.g. an installation.",
  kind: "MANUAL",
  input: z.object({}),
  outputs: [],
});
