import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../api/user-errors.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorNotice } from "../ui/ErrorNotice.tsx";
import { Loading } from "../ui/Loading.tsx";
import { NotFound } from "./NotFound.tsx";

interface Result<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly loading: boolean;
  refetch(): unknown;
}

interface QueryStateProps<T> {
  readonly result: Result<T>;
  /** Rows of the skeleton while the first answer is on its way. */
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}

/** Loading, failed, not permitted and there: the same on every page. What was shown stays while it is asked for again. */
export function QueryState<T>({ result, rows = 6, children }: QueryStateProps<T>) {
  const { t } = useTranslation("shell");
  if (result.data !== undefined) return children(result.data);
  if (result.error === undefined || result.error === null) return <Loading rows={rows} label={t("loading")} />;
  const failure = failureOf(result.error);
  if (failure.code === "NOT_FOUND") return <NotFound />;
  if (failure.code === "FORBIDDEN") {
    return (
      <EmptyState kind="forbidden" title={t("forbidden.title")}>
        {t("forbidden.text")}
      </EmptyState>
    );
  }
  return (
    <ErrorNotice
      title={t("failed.title")}
      what={failure.message}
      requestId={failure.requestId}
      requestIdLabel={t("failed.requestId")}
      onRetry={() => void result.refetch()}
      retryLabel={t("failed.retry")}
    />
  );
}
