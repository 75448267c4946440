import { useTranslation } from "react-i18next";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";

/** A page that broke while it was drawn, or could not be fetched. The console around it goes on. */
export function PageFailed({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation("shell");
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
