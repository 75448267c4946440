import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import type { Words } from "@tierline/shared/sentence.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { notificationKinds, type NotificationKind } from "./notification.entity.ts";

const descriptions: Record<NotificationKind, string> = {
  RUN_SUCCEEDED: "A run that you started has succeeded.",
  RUN_WARNED: "A run that you started has succeeded, except for tasks whose errors are ignored.",
  RUN_FAILED: "A run that you started has failed.",
  RUN_ROLLED_BACK: "A run that you started was rolled back.",
  RUN_CANCELLED: "A run that you started was cancelled.",
  RUN_WAITING: "A run that you started waits for a person.",
  RESERVATION_LAPSED: "An item that you had reserved went back to stock.",
  PROBLEM_REPORTED: "A problem was reported of a customer who has no support contact.",
  PROBLEM_ESCALATED: "A reseller below asks you for help with a problem.",
  PROBLEM_ANSWERED: "The tier above has answered what you asked.",
  LIMITS_RAISED: "A reseller below lets more calls be made than before.",
  SCREENING_CASE: "A customer of yours may be on a list of restricted parties.",
  SCREENING_NOTICE: "A customer of yours is going to be deactivated by screening.",
  SIGNED_UP: "Somebody has signed up as a customer of yours and waits to be activated.",
  IMPORT_ENDED: "An import that you began has ended.",
};

const NotificationKindEnum = enumOf<NotificationKind>(notificationKinds);
registerEnumType(NotificationKindEnum, {
  name: "NotificationKind",
  description: "What a notification is about.",
  valuesConfig: Object.fromEntries(notificationKinds.map((kind) => [kind, { description: descriptions[kind] }])),
});

@ObjectType("Notification", {
  description: "Something that one person should hear of, wherever they are in the console.",
})
export class NotificationType {
  @Field(() => ID, { description: "Opaque id; the same notification never has two." })
  id: string;

  @Field(() => Date, { description: "When it happened." })
  at: Date;

  @Field(() => NotificationKindEnum, { description: "What it is about." })
  kind: NotificationKind;

  @Field(() => String, { description: "What happened, in a few words." })
  title: Words;

  @Field(() => String, { description: "One more sentence; may be empty." })
  detail: Words;

  /** Inside ids; the fields `run`, `item`, `problem`, `screeningCase`, `customer` and `bulkImport` are added by the modules that know these. */
  runId: string | null;
  itemId: string | null;
  problemId: string | null;
  caseId: string | null;
  customerId: string | null;
  importId: string | null;
}
