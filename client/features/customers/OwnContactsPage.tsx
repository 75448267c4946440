import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { ClosedPart } from "../../navigation/ClosedPart.tsx";
import { NotFound } from "../../navigation/NotFound.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ContactsTab } from "./ContactsTab.tsx";
import { OwnCustomerDocument } from "./customer.generated.ts";

/** In the portal: whom the reseller calls and writes to, and where the customer is, as staff see it on the customer's page. */
export function OwnContactsPage() {
  const { t } = useTranslation(["customers", "portal", "words"]);
  const { permissions } = useViewer();
  const isOpen = permissions.includes("customer.view");
  const result = useQuery(OwnCustomerDocument, { skip: !isOpen });
  return (
    <>
      <PageHeader
        title={t("portal:account.contacts.title")}
        crumb={<AppLink href={path.portalAccount()}>{t("portal:menu.account")}</AppLink>}
      />
      {isOpen ? (
        <QueryState result={result}>
          {({ viewer }) =>
            viewer?.customer == null ? (
              <NotFound />
            ) : (
              <ContactsTab customerId={viewer.customer.id} homeCountry={viewer.customer.homeCountry} />
            )
          }
        </QueryState>
      ) : (
        <ClosedPart />
      )}
    </>
  );
}
