import { useTranslation } from "react-i18next";
import { isReachable, Unreachable } from "../../api/reachable.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";

/** A page that broke while it was drawn, or could not be fetched. The console around it goes on. */
export function PageFailed({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation("shell");
  if (error instanceof Unreachable) return <PageNotFetched />;
  return (
    <>
      <PageHeader title={t("pageFailed.title")} />
      <ErrorNotice
        title={t("pageFailed.what")}
        what={error instanceof Error ? error.message : String(error)}
        next={t("pageFailed.next")}
        onRetry={reset}
        retryLabel={t("failed.retry")}
      />
    </>
  );
}

/** The window is loaded anew once somebody answers, and not before: the browser's own error would take the place of all of it. */
function PageNotFetched() {
  const { t } = useTranslation("shell");
  const again = (): void => void isReachable().then((isThere) => isThere && window.location.reload());
  return (
    <>
      <PageHeader title={t("failed.title")} />
      <ErrorNotice title={t("failed.network")} onRetry={again} retryLabel={t("failed.retry")} />
    </>
  );
}
