import { useApolloClient, useSubscription } from "@apollo/client/react";
import { notifications as toasts } from "@mantine/notifications";
import { createContext, use, useMemo, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { serverClock } from "../../api/server-clock.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { NotificationsDocument, ShellStatusDocument, type NotificationsSubscription } from "./shell.generated.ts";

export type NotificationValue = NotificationsSubscription["notifications"];

interface Inbox {
  readonly items: readonly NotificationValue[];
  readonly unseen: number;
  markSeen(): void;
}

const kept = 30;
const toastMs = 8_000;
const InboxContext = createContext<Inbox>({ items: [], unseen: 0, markSeen: () => undefined });

/** Hears of finished and failed runs and lost reservations wherever one is in the console, and says so once. */
export function NotificationsProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation("shell");
  const reseller = useReseller();
  const client = useApolloClient();
  const [items, setItems] = useState<readonly NotificationValue[]>([]);
  const [unseen, setUnseen] = useState(0);
  const openedAt = useRef(serverClock.now());
  useSubscription(NotificationsDocument, {
    ignoreResults: true,
    onData({ data: { data } }) {
      const notification = data?.notifications;
      if (notification === undefined) return;
      setItems((before) => [notification, ...before.filter(({ id }) => id !== notification.id)].slice(0, kept));
      void client.refetchQueries({ include: [ShellStatusDocument] });
      // What happened before this page was opened waits under the bell; only what happens now is announced.
      if (Date.parse(notification.at) < openedAt.current - 5_000) return;
      setUnseen((count) => count + 1);
      toasts.show({
        id: notification.id,
        color: colorOf(notification.kind),
        title: notification.title,
        autoClose: toastMs,
        closeButtonProps: { "aria-label": t("close") },
        message: <ToastText notification={notification} reseller={reseller} open={t("toast.open")} />,
      });
    },
  });
  const inbox = useMemo<Inbox>(() => ({ items, unseen, markSeen: () => setUnseen(0) }), [items, unseen]);
  return <InboxContext value={inbox}>{children}</InboxContext>;
}

export function useInbox(): Inbox {
  return use(InboxContext);
}

function ToastText({
  notification,
  reseller,
  open,
}: {
  notification: NotificationValue;
  reseller: string;
  open: string;
}) {
  const target = targetOf(reseller, notification);
  return (
    <>
      {notification.detail}{" "}
      {target !== null && (
        <AppLink href={target} onClick={() => toasts.hide(notification.id)}>
          {open}
        </AppLink>
      )}
    </>
  );
}

/** The page of what it is about; null where there is none. */
export function targetOf(
  reseller: string,
  of: Pick<NotificationValue, "run" | "problem" | "screeningCase" | "customer" | "bulkImport">,
): string | null {
  const { run, problem, screeningCase, customer, bulkImport } = of;
  if (run !== null) return path.run(reseller, run.id);
  if (customer !== null) return path.customer(reseller, customer.id);
  if (bulkImport !== null) return path.import(reseller, bulkImport.id);
  if (screeningCase !== null) return path.screeningCase(reseller, screeningCase.id);
  return problem === null ? null : path.problem(reseller, problem.id);
}

export function colorOf(kind: NotificationValue["kind"]): string {
  if (kind === "RUN_SUCCEEDED") return "green";
  if (kind === "IMPORT_ENDED") return "petrol";
  if (kind === "RUN_FAILED") return "red";
  return kind === "RUN_WAITING" ? "copper" : "amber";
}
