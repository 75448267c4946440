import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { reratedCallsMax } from "@tierline/shared/limits.ts";
import type { TFunction } from "i18next";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSave } from "../api/use-save.ts";
import { useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { DataGrid } from "../ui/DataGrid.tsx";
import { ErrorNotice } from "../ui/ErrorNotice.tsx";
import { Facts } from "../ui/Facts.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { formatDateTime, formatNumber, placesOf } from "../ui/format.ts";
import type { GridColumn } from "../ui/grid-column.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { partsMax, useRerating, type ReratingPlan, type ReratingRange } from "./use-rerating.ts";

interface PriceAgainProps {
  /** Those of the list that it is opened from. */
  readonly range: ReratingRange;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type Figures = ReratingPlan["figures"];

/** What calls that are over would come to now; what that moves, and for whom, is seen before it is done. */
export function PriceAgain({ range, onClose, onDone }: PriceAgainProps) {
  const { t } = useTranslation("calls");
  const form = useForm({ initialValues: { reason: "" } });
  const { save, isBusy, problem } = useSave(form, ["reason"]);
  const { plan, apply, seen, progress } = useRerating(range);
  const isOpen = useRef(true);
  const goesOn = (): boolean => isOpen.current;

  async function send(): Promise<void> {
    if (seen === null) {
      await save(async () => {
        await plan(goesOn);
        return [];
      });
      return;
    }
    const isDone = await save(() => apply(form.values.reason, goesOn));
    onDone();
    if (!isDone || !goesOn()) return;
    notifications.show({ message: t("again.done") });
    onClose();
  }

  function close(): void {
    isOpen.current = false;
    onClose();
  }

  return (
    <FormDialog
      title={t("again.title")}
      onClose={close}
      deed={t(seen === null ? "again.try" : "again.deed")}
      disabledReason={seen === null ? null : whyNot(seen, t)}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p>{t("again.text")}</p>
      <Which range={range} />
      <div role="status">{isBusy && <Progress {...progress} />}</div>
      {seen !== null && (
        <section aria-label={t("again.preview")} aria-live="polite">
          <Plan {...seen} />
        </section>
      )}
      {seen !== null && (
        <TextInput
          label={t("correct.reason")}
          description={t("correct.reasonHint")}
          required
          autoComplete="off"
          data-autofocus
          {...form.getInputProps("reason")}
        />
      )}
    </FormDialog>
  );
}

function whyNot({ figures, isCut }: ReratingPlan, t: TFunction<"calls">): string | null {
  if (isCut) return t("again.narrow");
  return figures.changed === 0 ? t("again.nothing") : null;
}

/** The filter of the list in words. */
function Which({ range: { from, until, direction, number, customerId } }: Pick<PriceAgainProps, "range">) {
  const { t } = useTranslation("calls");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const at = (value: string) => formatDateTime(value, locale, { timeZone });
  const said = [
    t("again.between", { from: at(from), until: at(until) }),
    ...(direction == null ? [] : [t(`again.direction.${direction}`)]),
    ...(number == null ? [] : [t("again.number", { number })]),
    ...(customerId == null ? [] : [t("again.customer")]),
  ];
  return <Facts items={[{ key: "which", label: t("again.which"), value: said.join(" · ") }]} />;
}

function Progress({ done, of }: { readonly done: number; readonly of: number | null }) {
  const { t } = useTranslation("calls");
  const locale = useLocale();
  if (of === null) return t("again.looking", { calls: formatNumber(done * reratedCallsMax, locale) });
  return of > 1 && t("again.applying", { done, of });
}

function Plan({ figures, isCut }: ReratingPlan) {
  const { t } = useTranslation("calls");
  const locale = useLocale();
  const { calls, changed, withoutPrice, leftToSeller, price, cost, buyers } = figures;
  const places = placesOf([price, ...(cost === null ? [] : [cost])].flatMap(amountsOf));
  const sum = ({ before, after, difference }: Figures["price"]) => (
    <>
      <MoneyText {...before} {...{ locale, places }} /> → <MoneyText {...after} {...{ locale, places }} /> (
      <MoneyText {...difference} {...{ locale, places }} isSigned />)
    </>
  );
  if (isCut) {
    const max = formatNumber(partsMax * reratedCallsMax, locale);
    return <ErrorNotice tone="warn" title={t("again.tooMany", { max })} what={t("again.narrow")} />;
  }
  return (
    <>
      <Facts
        items={[
          { key: "calls", label: t("again.calls"), value: formatNumber(calls, locale) },
          { key: "changed", label: t("again.changed"), value: formatNumber(changed, locale), isStrong: true },
          { key: "price", label: t("again.price"), value: sum(price), isStrong: true },
          ...(cost === null ? [] : [{ key: "cost", label: t("again.cost"), value: sum(cost), isDim: true }]),
        ]}
      />
      {withoutPrice > 0 && <p>{t("again.withoutPrice", { count: withoutPrice })}</p>}
      {leftToSeller > 0 && <p>{t("again.leftToSeller", { count: leftToSeller })}</p>}
      {buyers.length > 0 ? <Buyers buyers={buyers} /> : <p>{t("again.nobody")}</p>}
    </>
  );
}

function amountsOf({ before, after, difference }: Figures["price"]): string[] {
  return [before.amount, after.amount, difference.amount];
}

type Buyer = Figures["buyers"][number];

function Buyers({ buyers }: { readonly buyers: readonly Buyer[] }) {
  const { t } = useTranslation(["calls", "rows"]);
  const locale = useLocale();
  const places = placesOf(buyers.flatMap(({ price }) => amountsOf(price)));
  const amount = (key: keyof Buyer["price"], isSigned = false) => ({
    key,
    header: t(`again.column.${key}`),
    align: "end" as const,
    cell: ({ price }: Buyer) => <MoneyText {...price[key]} {...{ locale, places, isSigned }} />,
  });
  const columns: GridColumn<Buyer>[] = [
    { key: "name", header: t("again.column.buyer"), cell: ({ name }) => name, isPrimary: true },
    {
      key: "changed",
      header: t("again.column.calls"),
      align: "end",
      cell: ({ changed }) => formatNumber(changed, locale),
      hideOnPhone: true,
    },
    { ...amount("before"), phonePlace: "start" },
    { ...amount("after"), phonePlace: "end" },
    { ...amount("difference", true), phonePlace: "topEnd" },
  ];
  return (
    <DataGrid<Buyer>
      columns={columns}
      rows={buyers}
      rowKey={({ id }) => id}
      caption={t("again.buyers")}
      empty={null}
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
    />
  );
}
