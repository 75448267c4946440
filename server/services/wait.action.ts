import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { defineAction } from "../provisioning/action.ts";

export const waitAction = defineAction({
  key: "manual.wait",
  title: say("action.manual.wait.title"),
  description: say("action.manual.wait.description"),
  kind: "MANUAL",
  input: z.object({}),
  outputs: [],
});
