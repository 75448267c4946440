import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { CancelBulkDocument, type BulkViewFragment } from "../../api/bulk.generated.ts";

/** Asked about once: what is cancelled is not taken up again. */
export function CancelButton({ shown: { id } }: { readonly shown: Pick<BulkViewFragment, "id"> }) {
  const { t } = useTranslation("bulk");
  const [isAsked, setAsked] = useState(false);
  const [cancel] = useMutation(CancelBulkDocument);
  const { send, isBusy, problem } = useSend();
  const perform = async (): Promise<void> => {
    const isDone = await send(async () => (await cancel({ variables: { input: { id } } })).data?.cancelBulk.userErrors);
    if (isDone) setAsked(false);
  };
  return (
    <>
      <ReasonedButton variant="subtle" color="red" onClick={() => setAsked(true)}>
        {t("cancel.deed")}
      </ReasonedButton>
      {isAsked && (
        <FormDialog
          title={t("cancel.title")}
          onClose={() => setAsked(false)}
          deed={t("cancel.deed")}
          isDangerous
          isBusy={isBusy}
          problem={problem}
          onSubmit={() => void perform()}
          labels={{ close: t("close"), cancel: t("back"), notDone: t("notDone"), request: t("request") }}
        >
          <p>{t("cancel.hint")}</p>
        </FormDialog>
      )}
    </>
  );
}
