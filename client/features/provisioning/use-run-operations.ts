import { useApolloClient } from "@apollo/client/react";
import type { ApolloClient, OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { failureOf, type UserErrorLike } from "../../api/user-errors.ts";
import type { Run } from "./run-facts.ts";
import {
  CancelRunDocument,
  CompleteTaskDocument,
  HandOverDocument,
  RetryRunDocument,
  RollBackRunDocument,
  RunPageDocument,
  UndoRunOrderDocument,
} from "./run.generated.ts";

export type Deed = "retry" | "rollBack" | "cancel" | "complete" | "undo" | "handOver";

export interface RunOperations {
  retry(): Promise<boolean>;
  rollBack(): Promise<boolean>;
  cancel(): Promise<boolean>;
  complete(taskKey: string, note: string): Promise<boolean>;
  undo(): Promise<boolean>;
  handOver(note: string): Promise<boolean>;
  readonly busy: Deed | null;
  /** What came of the last deed when it was not done: the run has moved on meanwhile (STALE), or the server refused. */
  readonly notice: { readonly isStale: boolean; readonly message: string } | null;
}

interface Payload {
  readonly userErrors: readonly UserErrorLike[];
}

/**
 * What a person may do with a run. Each deed names the `sequence` that was looked at: when the run has moved on since, nothing is
 * done and its state is asked for again.
 */
export function useRunOperations(run: Pick<Run, "id" | "sequence" | "order" | "service">): RunOperations {
  const { t } = useTranslation("runs");
  const client = useApolloClient();
  const [busy, setBusy] = useState<Deed | null>(null);
  const [notice, setNotice] = useState<RunOperations["notice"]>(null);

  async function perform(deed: Deed, send: () => Promise<Payload | undefined>): Promise<boolean> {
    if (busy !== null) return false;
    setBusy(deed);
    setNotice(null);
    try {
      const errors = (await send())?.userErrors ?? [];
      if (errors.length === 0) return true;
      const isStale = errors.some(({ code }) => code === "STALE");
      setNotice({ isStale, message: isStale ? t("stale") : errors.map(({ message }) => message).join(" ") });
      await refreshed(client, run.id);
    } catch (error) {
      setNotice({ isStale: false, message: failureOf(error).message });
    } finally {
      setBusy(null);
    }
    return false;
  }

  const seen = { id: run.id, sequence: run.sequence };
  return {
    busy,
    notice,
    retry: () => perform("retry", async () => (await mutated(client, RetryRunDocument, seen))?.retryProvisioningRun),
    rollBack: () =>
      perform("rollBack", async () => (await mutated(client, RollBackRunDocument, seen))?.rollBackProvisioningRun),
    cancel: () =>
      perform("cancel", async () => (await mutated(client, CancelRunDocument, seen))?.cancelProvisioningRun),
    complete: (taskKey, note) =>
      perform("complete", async () => {
        const input = { runId: run.id, taskKey, sequence: run.sequence, note: note.trim() === "" ? null : note };
        return (await mutated(client, CompleteTaskDocument, input))?.completeManualTask;
      }),
    undo: () =>
      perform("undo", async () => {
        const id = run.order?.id ?? "";
        return keyed(`undo:${id}`, async (key) => {
          return (await mutated(client, UndoRunOrderDocument, { id, idempotencyKey: key }))?.undoOrder;
        });
      }),
    handOver: (note) =>
      perform("handOver", async () => {
        const serviceId = run.service?.id ?? "";
        return keyed(`hand-over:${serviceId}`, async (key) => {
          const input = { serviceId, idempotencyKey: key, note: note.trim() === "" ? null : note };
          return (await mutated(client, HandOverDocument, input))?.recordHandOver;
        });
      }),
  };
}

async function mutated<Data, Input>(
  client: ApolloClient,
  mutation: TypedDocumentNode<Data, { input: Input }>,
  input: Input,
): Promise<Data | undefined> {
  const { data } = await client.mutate<Data, OperationVariables>({
    mutation: mutation,
    variables: { input },
  });
  return data;
}

/** The same deed again, after a lost answer or a reload, is the same request. */
async function keyed<T extends Payload | undefined>(intent: string, send: (key: string) => Promise<T>): Promise<T> {
  const payload = await send(idempotencyKey(intent));
  if (payload?.userErrors.length === 0) forgetIdempotencyKey(intent);
  return payload;
}

async function refreshed(client: ApolloClient, id: string): Promise<void> {
  await client.query({ query: RunPageDocument, variables: { id }, fetchPolicy: "network-only" });
}
