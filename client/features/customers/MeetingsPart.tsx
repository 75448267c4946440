import { useMutation, useQuery } from "@apollo/client/react";
import { Checkbox, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { formatPhoneNumber } from "@tierline/shared/phone-number.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import {
  CustomerMeetingsDocument,
  SetMeetingsSiteDocument,
  type CustomerMeetingsFieldsFragment,
} from "./customer-meetings.generated.ts";
import classes from "./CustomerPage.module.css";
import { PartDialog, PartForm } from "./PartDialog.tsx";
import { listedMax, zones } from "./time-zones.ts";

/** Where a customer holds its meetings and what is dialled to join one; it follows from its home country (C25). */
export function MeetingsPart({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation("customers");
  const can = useCan("customer.update");
  const [isEditing, setEditing] = useState(false);
  const { data } = useQuery(CustomerMeetingsDocument, {
    variables: { id: customerId },
    fetchPolicy: "cache-and-network",
  });
  const customer = data?.customer ?? null;
  if (customer === null) return null;
  return (
    <Panel
      title={t("meetings.title")}
      aside={
        <ReasonedButton variant="default" size="xs" disabledReason={can.reason} onClick={() => setEditing(true)}>
          {t(customer.meetings === null ? "meetings.add" : "meetings.edit")}
        </ReasonedButton>
      }
    >
      {customer.meetings === null ? (
        <span className={classes.quiet}>{t("meetings.none")}</span>
      ) : (
        <Site customer={customer} />
      )}
      <PartDialog title={t("meetings.title")} isOpen={isEditing} onClose={() => setEditing(false)}>
        <SiteForm customer={customer} onClose={() => setEditing(false)} />
      </PartDialog>
    </Panel>
  );
}

function Site({ customer: { meetings, meetingsSite } }: { readonly customer: CustomerMeetingsFieldsFragment }) {
  const { t } = useTranslation("customers");
  if (meetings === null) return null;
  const callIn = meetingsSite?.defaultCallIn ?? null;
  return (
    <Facts
      items={[
        { key: "url", label: t("meetings.url"), value: meetings.url },
        { key: "zone", label: t("meetings.timeZone"), value: meetings.timeZone },
        {
          key: "callIn",
          label: t("meetings.callIn"),
          value: callIn === null ? t("meetings.noCallIn") : <CallIn {...callIn} />,
        },
      ]}
    />
  );
}

function CallIn({ phone, basis }: NonNullable<CustomerMeetingsFieldsFragment["meetingsSite"]>["defaultCallIn"]) {
  const { t } = useTranslation("customers");
  if (basis === "CODE") return t("meetings.codeOnly", { code: phone });
  return (
    <>
      <a href={`tel:${phone}`}>{formatPhoneNumber(phone)}</a>
      {basis === "REGION" && <span className={classes.sub}>{t("meetings.ofRegion")}</span>}
    </>
  );
}

interface SiteFormProps {
  readonly customer: CustomerMeetingsFieldsFragment;
  readonly onClose: () => void;
}

function SiteForm({ customer: { id, meetings }, onClose }: SiteFormProps) {
  const { t } = useTranslation("customers");
  const { timeZone } = useViewer().reseller;
  const form = useForm({
    initialValues: {
      url: meetings?.url ?? "",
      timeZone: meetings?.timeZone ?? timeZone,
      hasPstnCallIn: meetings?.hasPstnCallIn ?? true,
    },
  });
  const { save, isBusy, problem } = useSave(form, ["url", "timeZone", "hasPstnCallIn"]);
  const [set] = useMutation(SetMeetingsSiteDocument);
  const send = async (values: typeof form.values): Promise<void> => {
    const variables = { input: { customerId: id, version: meetings?.version ?? null, ...values } };
    if (await save(async () => (await set({ variables })).data?.setMeetingsSite.userErrors)) onClose();
  };
  return (
    <PartForm
      onSubmit={form.onSubmit((values) => void send(values))}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
    >
      <TextInput
        label={t("meetings.url")}
        placeholder="acme.webex.com"
        required
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("url")}
      />
      <Select
        label={t("meetings.timeZone")}
        data={zones}
        searchable
        limit={listedMax}
        allowDeselect={false}
        required
        comboboxProps={{ keepMounted: false }}
        {...form.getInputProps("timeZone")}
      />
      <Checkbox label={t("meetings.hasCallIn")} {...form.getInputProps("hasPstnCallIn", { type: "checkbox" })} />
    </PartForm>
  );
}
