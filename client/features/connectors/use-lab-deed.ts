import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import type { LabFault } from "../../api/generated/schema.ts";
import { failureOf, type UserErrorLike } from "../../api/user-errors.ts";
import { KillLabWorkerDocument, SetLabFaultDocument } from "./connectors.generated.ts";

/** Breaks and mends; the answer is the lab as it is then. Resolves to whether it was done. */
export function useLabDeeds() {
  const [setFault, breaking] = useMutation(SetLabFaultDocument);
  const [killWorker, killing] = useMutation(KillLabWorkerDocument);
  return {
    isBusy: breaking.loading || killing.loading,
    setFault: (element: string, fault: LabFault) =>
      told(async () => (await setFault({ variables: { input: { element, fault } } })).data?.setLabFault.userErrors),
    killWorker: (id: string) =>
      told(async () => (await killWorker({ variables: { input: { id } } })).data?.killLabWorker.userErrors),
  };
}

async function told(send: () => Promise<readonly UserErrorLike[] | undefined>): Promise<boolean> {
  try {
    const errors = (await send()) ?? [];
    for (const { message } of errors) notifications.show({ color: "red", message });
    return errors.length === 0;
  } catch (error) {
    notifications.show({ color: "red", message: failureOf(error).message });
    return false;
  }
}
