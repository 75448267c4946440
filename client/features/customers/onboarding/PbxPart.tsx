import { useQuery } from "@apollo/client/react";
import { platformOf } from "@tierline/shared/onboarding.ts";
import { useTranslation } from "react-i18next";
import { useCan } from "../../../api/viewer.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { CustomerTrunkDocument } from "./onboarding.generated.ts";
import { TrunkPanel } from "./TrunkPanel.tsx";

/** Of a customer that was onboarded with a PBX or a platform: which, and the trunk to it (MX3). Nothing for others. */
export function PbxPart({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation(["onboarding", "rows"]);
  const { isAllowed } = useCan("customer.create");
  const { data } = useQuery(CustomerTrunkDocument, { variables: { id: customerId }, skip: !isAllowed });
  const customer = data?.customer ?? null;
  if (customer === null) return null;
  const { number, label, pbxType, businessType, trunk } = customer;
  const items = [
    { key: "account", label: t("account"), value: <Account number={number} label={label} /> },
    ...(pbxType === null ? [] : [{ key: "type", label: t("pbxType"), value: platformOf(pbxType).name }]),
    ...(businessType === null
      ? []
      : [{ key: "business", label: t("businessType"), value: t(`rows:businessType.${businessType}`) }]),
  ];
  return (
    <>
      {items.length > 1 && (
        <Panel title={t("title")} padded>
          <Facts items={items} />
        </Panel>
      )}
      {trunk !== null && (
        <TrunkPanel trunk={trunk} platform={platformOf(pbxType ?? "OFFICE400")} onChanged={() => undefined} />
      )}
    </>
  );
}

function Account({ number, label }: { readonly number: number; readonly label: string }) {
  const { t } = useTranslation("onboarding");
  return (
    <>
      {number} <CopyButton value={String(number)} labels={{ copy: t("copy", { name: label }), copied: t("copied") }} />
    </>
  );
}
