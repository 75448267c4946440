import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { CustomerServicesDocument } from "./customer.generated.ts";
import { AddServiceButton } from "./CustomerHead.tsx";
import { ServiceRows } from "./ServiceRows.tsx";

export function ServicesTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation("customers");
  const result = useQuery(CustomerServicesDocument, {
    variables: { id: customerId, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  const services = result.data?.customer?.services;
  return (
    <Panel
      title={t("tab.services")}
      padded={false}
      count={services?.totalCount.value}
      aside={<AddServiceButton customerId={customerId} />}
    >
      <QueryState result={result}>
        {({ customer }) => (
          <ServiceRows
            {...pagesOf(result, customer?.services.pageInfo)}
            customerId={customerId}
            services={customer?.services.nodes ?? []}
          />
        )}
      </QueryState>
    </Panel>
  );
}
