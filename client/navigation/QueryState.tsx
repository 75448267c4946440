import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../api/user-errors.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorNotice } from "../ui/ErrorNotice.tsx";
import { Loading } from "../ui/Loading.tsx";

interface Result<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly loading: boolean;
  refetch(): unknown;
}

interface QueryStateProps<T> {
  readonly result: Result<T>;
  /** Rows of the skeleton while the first answer is on its way. */
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** Loading, failed, not permitted and there: the same on every page. What was shown stays while it is asked for again. */
export function QueryState<T>({ result, lines = 6, children }: QueryStateProps<T>) {
  const { t } = useTranslation("shell");
  if (result.data !== undefined) return children(result.data);
  if (result.error === undefined || result.error === null) return <Loading lines={lines} label={t("loading")} />;
  const failure = failureOf(result.error);
  if (failure.code === "FORBIDDEN") {
    return (
      <EmptyState kind="forbidden" title={t("forbidden.title")}>
        {failure.message}
      </EmptyState>
    );
  }
  if (failure.code === "NOT_FOUND") {
    return (
      <EmptyState kind="filtered" title={t("notFound.title")}>
        {t("notFound.text")}
      </EmptyState>
    );
  }
  return (
    <ErrorNotice
      title={t("failed.title")}
      what={failure.code === "NETWORK" ? t("failed.network") : failure.message}
      requestId={failure.requestId}
      onRetry={() => void result.refetch()}
      labels={{ retry: t("failed.retry"), copyId: t("failed.copyId") }}
    />
  );
}
