import { useSubscription } from "@apollo/client/react";
import { pollIntervalMsMin } from "@tierline/shared/limits.ts";
import { useEffect, useEffectEvent, useRef } from "react";
import { useConnectionState } from "./connection.ts";
import { StockChangesDocument } from "./stock.generated.ts";

interface StockWatchProps {
  readonly templateIds: readonly string[];
  /** Something left or returned; told at once and, however much happens, at most every two seconds. */
  readonly onChange: () => void;
}

/** Told when stock moves. Items that are shown change by themselves, counts are to be asked for again. */
export function StockWatch({ templateIds, onChange }: StockWatchProps) {
  const tell = useThrottled(onChange);
  const isPolling = useConnectionState() === "polling";
  const ask = useEffectEvent(tell);
  useEffect(() => {
    if (!isPolling) return undefined;
    const timer = setInterval(() => ask(), pollIntervalMsMin * 2);
    return () => {
      clearInterval(timer);
      ask(); // what happened while nobody was told
    };
  }, [isPolling]);
  return templateIds.map((id) => <TemplateWatch key={id} templateId={id} onChange={tell} />);
}

function TemplateWatch({ templateId, onChange }: { templateId: string; onChange: () => void }) {
  useSubscription(StockChangesDocument, { variables: { templateId }, ignoreResults: true, onData: onChange });
  return null;
}

function useThrottled(run: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isMissed = useRef(false);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => () => void (timer.current !== null && clearTimeout(timer.current)), []);
  const begin = (): void => {
    latest.current();
    timer.current = setTimeout(() => {
      timer.current = null;
      if (!isMissed.current) return;
      isMissed.current = false;
      begin();
    }, pollIntervalMsMin);
  };
  return () => {
    if (timer.current === null) begin();
    else isMissed.current = true;
  };
}
