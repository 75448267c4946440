import { decodeId } from "@tierline/shared/id.ts";
import { notFound } from "../kernel/rejection.ts";

/** The service that an id of the API names; one that cannot name any is answered like one that is somebody else's. */
export function serviceIdOf(id: string): string {
  const uuid = decodeId("svc", id);
  if (uuid === null) throw notFound();
  return uuid;
}
