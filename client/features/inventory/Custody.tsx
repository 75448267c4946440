import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { formatDateTime } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { Timeline, type TimelineItem, type TimelineMark } from "../../ui/Timeline.tsx";
import { ItemCustodyDocument, type ItemCustodyQuery } from "./item.generated.ts";

type Entry = NonNullable<ItemCustodyQuery["inventoryItem"]>["custody"]["nodes"][number];

/** Every state it was in, with who caused it and for whom (O21). */
export function Custody({ itemId }: { itemId: string }) {
  const { t } = useTranslation(["inventory", "rows"]);
  const result = useQuery(ItemCustodyDocument, {
    variables: { id: itemId, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  const paging = pagesOf(result, result.data?.inventoryItem?.custody.pageInfo);
  return (
    <Panel title={t("custody")}>
      <QueryState result={result} rows={3}>
        {({ inventoryItem }) => <Entries entries={inventoryItem?.custody.nodes ?? []} />}
      </QueryState>
      {paging.hasMore && (
        <Button variant="default" size="xs" mt="md" loading={paging.isLoadingMore} onClick={paging.onMore}>
          {t("rows:more")}
        </Button>
      )}
    </Panel>
  );
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation(["inventory", "words"]);
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const items = entries.map((entry): TimelineItem => {
    const { id, at, from, to } = entry;
    const isMove = from !== null && from !== to;
    const state = t(`words:item.${to}`);
    return {
      key: id,
      title: isMove ? t("moved", { from: t(`words:item.${from}`), to: state }) : state,
      detail: <Detail entry={entry} />,
      time: formatDateTime(at, locale, { timeZone }),
      mark: markOf(entry),
    };
  });
  return <Timeline label={t("custody")} items={items} />;
}

function Detail({ entry: { reason, actor, customer, run } }: { entry: Entry }) {
  const { t } = useTranslation("inventory");
  const reseller = useReseller();
  return (
    <>
      {/* A run is named once, by its link. */}
      {run === null ? [reason, actor].join(" · ") : reason}
      {customer !== null && !reason.includes(customer.label) && (
        <>
          {" · "}
          <AppLink href={path.customer(reseller, customer.id)}>{customer.label}</AppLink>
        </>
      )}
      {run !== null && (
        <>
          {" · "}
          <AppLink href={path.run(reseller, run.id)}>{t("run", { number: run.number })}</AppLink>
        </>
      )}
    </>
  );
}

function markOf({ to, run }: Entry): TimelineMark {
  if (to === "DAMAGED") return "bad";
  return to === "ASSIGNED" && run !== null ? "done" : "dot";
}
