import { channels, type Channel } from "@tierline/shared/kinds.ts";
import { registerEnumType } from "type-graphql";

export const ChannelEnum = Object.fromEntries(channels.map((channel) => [channel, channel])) as Record<
  Channel,
  Channel
>;
registerEnumType(ChannelEnum, {
  name: "Channel",
  description: "Through what an act came in.",
  valuesConfig: {
    CONSOLE: { description: "A person in the console." },
    API: { description: "A program through the API." },
    SYSTEM: { description: "Tierline itself or another system." },
  },
});
