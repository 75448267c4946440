import { Button, Group } from "@mantine/core";
import { parseDraft, platformOf } from "@tierline/shared/onboarding.ts";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../../navigation/AppLink.tsx";
import { path } from "../../../navigation/path.ts";
import { useReseller } from "../../../navigation/use-place.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { StateDot } from "../../../ui/StateDot.tsx";
import type { Onboarding } from "./use-onboarding.ts";

/** The end of the way: what has come of it, and where to go on (A-M4). */
export function DoneStep({ row }: { readonly row: Onboarding }) {
  const { t } = useTranslation("onboarding");
  const reseller = useReseller();
  const { gateway, customer: said } = parseDraft(row.draft) ?? {};
  const { customer, trunk } = row;
  if (customer === null) return null;
  const contacts = said?.supportContacts?.length ?? 0;
  const items = [
    { key: "customer", label: t("step.CUSTOMER"), value: customer.label, isStrong: true },
    { key: "account", label: t("account"), value: String(customer.number) },
    { key: "platform", label: t("platform"), value: platformOf(row.platform).name },
    { key: "support", label: t("support"), value: String(contacts) },
    { key: "gateway", label: t("step.GATEWAY"), value: [gateway?.name, gateway?.siteName].filter(Boolean).join(" · ") },
    ...(trunk === null
      ? []
      : [
          {
            key: "pbx",
            label: t("step.PBX"),
            value: trunk.answer === null ? t("ask.never") : t(`answer.${trunk.answer.state}`),
          },
        ]),
  ];
  return (
    <Panel title={t("done.title")} aside={<StateDot tone="ok">{t("of.ONBOARDED")}</StateDot>} padded>
      <Facts items={items} />
      <p>{t("done.text")}</p>
      <Group gap="sm" mt="sm" justify="flex-end">
        <Button component={AppLink} variant="default" href={path.onboarding(reseller, "new", "customer")}>
          {t("done.another")}
        </Button>
        <Button component={AppLink} href={path.customer(reseller, customer.id)}>
          {t("done.open")}
        </Button>
      </Group>
    </Panel>
  );
}
