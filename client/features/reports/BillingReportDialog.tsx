import { useMutation } from "@apollo/client/react";
import { Checkbox, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import {
  billingReportCategories,
  billingReportTypes,
  lastClosedDay,
  type BillingReportCategory,
  type BillingReportType,
} from "@tierline/shared/billing-report.ts";
import { useTranslation } from "react-i18next";
import { serverClock } from "../../api/server-clock.ts";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { shownAt } from "../../ui/zoned-time.ts";
import { CreateBillingReportDocument } from "./billing-report.generated.ts";
import classes from "./Reports.module.css";

interface BillingReportDialogProps {
  readonly onClose: () => void;
  readonly onBegun: () => void;
}

interface Values {
  from: string;
  to: string;
  type: BillingReportType;
  category: BillingReportCategory;
  internal: boolean;
}

/** Days that are over become a file, which stands with the viewer's other files while it is made (CX10). */
export function BillingReportDialog({ onClose, onBegun }: BillingReportDialogProps) {
  const { t } = useTranslation("reports");
  const { timeZone } = useViewer().reseller;
  const yesterday = lastClosedDay(shownAt(serverClock.now(), timeZone).slice(0, 10));
  const form = useForm<Values>({
    initialValues: {
      from: `${yesterday.slice(0, 7)}-01`,
      to: yesterday,
      type: "PARTNER",
      category: "RECONCILIATION",
      internal: false,
    },
  });
  const { save, isBusy, problem } = useSave(form, ["from", "to"]);
  const [create] = useMutation(CreateBillingReportDocument);
  const send = async (): Promise<void> => {
    const variables = { input: form.values };
    if (!(await save(async () => (await create({ variables })).data?.createBillingReport.userErrors))) return;
    onBegun();
    onClose();
  };
  return (
    <FormDialog
      title={t("billing.title")}
      onClose={onClose}
      deed={t("billing.deed")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{
        close: t("billing.close"),
        cancel: t("billing.cancel"),
        notDone: t("billing.notDone"),
        request: t("billing.request"),
      }}
    >
      <p className={classes.range}>{t("billing.hint", { timeZone })}</p>
      <div className={classes.range}>
        <TextInput type="date" label={t("from")} data-autofocus max={yesterday} {...form.getInputProps("from")} />
        <TextInput type="date" label={t("to")} max={yesterday} {...form.getInputProps("to")} />
      </div>
      <Select
        label={t("billing.type")}
        data={billingReportTypes.map((value) => ({ value, label: t(`billing.by.${value}`) }))}
        allowDeselect={false}
        comboboxProps={{ keepMounted: false }}
        {...form.getInputProps("type")}
      />
      <Select
        label={t("billing.category")}
        data={billingReportCategories.map((value) => ({ value, label: t(`billing.about.${value}`) }))}
        allowDeselect={false}
        comboboxProps={{ keepMounted: false }}
        {...form.getInputProps("category")}
      />
      <Checkbox label={t("billing.internal")} {...form.getInputProps("internal", { type: "checkbox" })} />
    </FormDialog>
  );
}
