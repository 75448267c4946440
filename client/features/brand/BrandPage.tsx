import { useMutation, useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { Permitted } from "../../navigation/Permitted.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { BrandDocument, DiscardBrandDraftDocument, type BrandQuery } from "./brand.generated.ts";
import classes from "./Brand.module.css";
import { BrandVersions } from "./BrandVersions.tsx";
import { Hostnames } from "./Hostnames.tsx";
import { LookForm } from "./LookForm.tsx";
import { SignUps } from "./SignUps.tsx";
import { PublishDialog } from "./PublishDialog.tsx";

/** How one's own reseller looks to its customers, and under which host names (V18, V19). */
export function BrandPage() {
  const { t } = useTranslation("brand");
  const result = useQuery(BrandDocument, { fetchPolicy: "cache-and-network" });
  const reload = () => result.refetch();
  return (
    <Permitted by="brand.edit" title={t("title")}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<Deeds result={result.data} onDone={reload} />}
      />
      <QueryState result={result} rows={8}>
        {({ brand }) => (
          <div className={classes.column}>
            <LookForm key={brand.draft?.id ?? brand.published?.id ?? ""} brand={brand} onSaved={reload} />
            <Hostnames hostnames={brand.hostnames} fee={brand.hostnameFee} onChanged={reload} />
            <SignUps hostnames={brand.hostnames} />
            <BrandVersions brand={brand} onChanged={reload} />
          </div>
        )}
      </QueryState>
    </Permitted>
  );
}

interface DeedsProps {
  readonly result: BrandQuery | undefined;
  readonly onDone: () => Promise<unknown>;
}

function Deeds({ result, onDone }: DeedsProps) {
  const { t } = useTranslation("brand");
  const [isPublishing, setPublishing] = useState(false);
  const { send, isBusy, problem } = useSend();
  const [discard] = useMutation(DiscardBrandDraftDocument);
  const draft = result?.brand.draft ?? null;
  if (result === undefined) return null;
  const giveUp = async (): Promise<void> => {
    const input = { version: draft?.version ?? null };
    const isDone = await send(async () => (await discard({ variables: { input } })).data?.discardBrandDraft.userErrors);
    if (isDone) await onDone();
  };
  return (
    <>
      {problem !== null && (
        <ErrorNotice
          title={t("notDone")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      {draft !== null && (
        <Button variant="default" loading={isBusy} onClick={() => void giveUp()}>
          {t("discard")}
        </Button>
      )}
      <ReasonedButton disabledReason={draft === null ? t("noDraft") : null} onClick={() => setPublishing(true)}>
        {t("publish")}
      </ReasonedButton>
      {isPublishing && <PublishDialog revertTo={null} onClose={() => setPublishing(false)} onDone={onDone} />}
    </>
  );
}
