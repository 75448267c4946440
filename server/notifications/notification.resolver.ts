import { Resolver, Root, Subscription } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires, require } from "../kernel/requires.ts";
import { eventsOf } from "../kernel/stream.ts";
import { NotificationType } from "./notification.type.ts";
import { readNotifications } from "./read-notifications.ts";

@Resolver(() => NotificationType)
export class NotificationResolver {
  @Requires("home.view")
  @Subscription(() => NotificationType, {
    description:
      "What you should hear of: what you have not seen yet of the last day, then each new notification as it comes.",
    subscribe: ({ context }: { context: RequestContext }) => {
      const viewing = signedIn(context);
      require(viewing, "home.view");
      return eventsOf(context, (signal) => readNotifications(viewing, signal));
    },
  })
  notifications(@Root() notification: NotificationType): NotificationType {
    return notification;
  }
}
