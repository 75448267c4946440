import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../../api/user-errors.ts";
import { useCan, useViewer, type ViewerValue } from "../../api/viewer.tsx";
import { ViewerDocument } from "../../api/viewer.generated.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import classes from "./NotActivePage.module.css";
import { ActivateOwnResellerDocument } from "./shell.generated.ts";

type WithheldBy = NonNullable<ViewerValue["withheldBy"]>;

/** In the place of every page until one's reseller is activated (V1): what it waits for, and the one button that ends the wait. */
export function NotActivePage({ withheldBy: { reseller } }: { withheldBy: WithheldBy }) {
  const { t } = useTranslation("shell");
  const viewer = useViewer();
  const can = useCan("reseller.activate");
  const isOwn = reseller.id === viewer.reseller.id;
  const { activate, isBusy, problem } = useActivate(reseller.id);
  const own = can.isAllowed ? t("pending.own") : t("pending.cannot");
  return (
    <div className={classes.page}>
      <PageHeader
        title={t("pending.title", { name: reseller.name })}
        description={isOwn ? own : t("pending.above", { name: reseller.name })}
      />
      {problem !== null && <ErrorNotice title={t("pending.failed")} what={problem} />}
      {isOwn && can.isAllowed && (
        <ReasonedButton size="md" loading={isBusy} onClick={() => void activate()}>
          {t("pending.activate")}
        </ReasonedButton>
      )}
    </div>
  );
}

/** The console is there as soon as the rights are read again. */
function useActivate(id: string) {
  const [mutate, { loading }] = useMutation(ActivateOwnResellerDocument, {
    refetchQueries: [ViewerDocument],
    awaitRefetchQueries: true,
  });
  const [problem, setProblem] = useState<string | null>(null);
  async function activate(): Promise<void> {
    setProblem(null);
    try {
      const { data } = await mutate({ variables: { input: { id } } });
      const refusals = data?.activateReseller.userErrors ?? [];
      if (refusals.length > 0) setProblem(refusals.map(({ message }) => message).join(" "));
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  }
  return { activate, isBusy: loading, problem };
}
