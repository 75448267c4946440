import { Alert, Button, Combobox, Group, Loader, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconChevronDown } from "@tabler/icons-react";
import { useApolloClient, useQuery, useSubscription } from "@apollo/client/react";
import type { IdentifierKind } from "@tierline/shared/kinds.ts";
import { searchDebounceMs } from "@tierline/shared/limits.ts";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { useCan } from "../../api/viewer.tsx";
import { useIdentifierFormat } from "../../ui/use-identifiers.ts";
import { PickerStockDocument, PickItemsDocument, type PickItemsQuery } from "./assign.generated.ts";
import classes from "./ItemPicker.module.css";
import type { Slot } from "./use-draft.ts";
import type { Reserving } from "./use-reserve.ts";

type PickRow = PickItemsQuery["inventoryItems"]["nodes"][number];

interface ItemPickerProps {
  readonly slot: Slot;
  readonly reserving: Reserving;
  /** A held item lapsed: what is held must be asked for again. */
  readonly onLost: () => void;
  /** From the scan to the answer what stands in the field is not what will be sold. */
  readonly onPicking: (isPicking: boolean) => void;
}

/** Chooses one item for a slot: typed, scanned or picked; choosing holds it. The list moves as others take and return items. */
export function ItemPicker({ slot: { requirement, reservation }, reserving, onLost, onPicking }: ItemPickerProps) {
  const { t } = useTranslation("assign");
  const { template } = requirement;
  const combobox = useCombobox();
  const [text, setText] = useState<string | null>(null);
  const [lostAt, setLostAt] = useState<string | null>(null);
  const rows = useRows(template.id, text ?? "", combobox.dropdownOpened);
  const client = useApolloClient();
  const format = useIdentifierFormat();
  const shown = reservation === null ? "" : format(template.identifierKind, reservation.item.identifier);

  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What comes in while the field waits with the focus is selected like what was there before: the next scan replaces it.
    if (text === null && field.current === document.activeElement) field.current?.select();
  }, [shown, text]);

  useSubscription(PickerStockDocument, {
    variables: { templateId: template.id },
    ignoreResults: true,
    onData({ data: { data } }) {
      void rows.refetch();
      if (data?.inventoryChanged.isYoursLost !== true) return;
      setLostAt(new Date().toISOString());
      onLost();
    },
  });

  async function pick(itemId: string): Promise<void> {
    combobox.closeDropdown();
    setText(null);
    setLostAt(null);
    onPicking(true);
    await reserving.reserve({ itemId }, reservation?.id ?? null);
    onPicking(false);
  }

  /** A scanner types fast and ends with Enter: the exact item is held without a look at the list. */
  async function onKeyDown(event: KeyboardEvent<HTMLInputElement>): Promise<void> {
    const typed = text?.trim() ?? "";
    const isChord = event.ctrlKey || event.metaKey;
    if (event.key !== "Enter" || isChord || typed === "" || combobox.getSelectedOptionIndex() >= 0) return;
    event.preventDefault();
    onPicking(true);
    const variables = { templateId: template.id, search: typed };
    const { data } = await client
      .query({ query: PickItemsDocument, variables, fetchPolicy: "network-only" })
      .finally(() => onPicking(false));
    const nodes = data?.inventoryItems.nodes ?? [];
    const exact = nodes.find(
      ({ identifier, label }) => sameIdentifier(identifier, typed) || label.toLowerCase() === typed.toLowerCase(),
    );
    const only = exact ?? (nodes.length === 1 ? nodes[0] : undefined);
    if (only !== undefined) await pick(only.id);
    else combobox.openDropdown();
  }

  return (
    <div className={classes.picker}>
      <Combobox store={combobox} onOptionSubmit={(id) => void pick(id)} withinPortal={false}>
        <Combobox.Target>
          <TextInput
            ref={field}
            label={requirement.label}
            withAsterisk={requirement.isRequired}
            required={requirement.isRequired}
            description={t(template.identifierKind === "PHONE_NUMBER" ? "picker.numberHint" : "picker.scanHint")}
            classNames={{ input: classes.input }}
            value={text ?? shown ?? ""}
            placeholder={t("picker.placeholder")}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => {
              setText(event.currentTarget.value);
              combobox.openDropdown();
            }}
            onClick={() => combobox.openDropdown()}
            onBlur={() => {
              combobox.closeDropdown();
              setText(null);
            }}
            onKeyDown={(event) => void onKeyDown(event)}
            rightSection={
              reserving.isBusy ? <Loader size={14} /> : <IconChevronDown size={15} stroke={1.6} aria-hidden />
            }
            autoComplete="off"
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options aria-label={requirement.label} mah={260} className={classes.options}>
            {rows.nodes.map((row) => (
              <PickOption
                key={row.id}
                row={row}
                kind={template.identifierKind}
                isHeld={row.id === reservation?.item.id}
              />
            ))}
            {rows.nodes.length === 0 && !rows.isLoading && (
              <NoStock templateKey={template.key} counts={rows.counts} isSearch={(text ?? "") !== ""} />
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {lostAt !== null && reservation === null && (
        <Alert color="copper" role="alert">
          {t("picker.lost", { label: requirement.label })}
        </Alert>
      )}
      {reserving.refused !== null && reservation === null && (
        <Alert color="red" role="alert">
          {reserving.refused.message}
          {reserving.refused.suggestion !== null && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => void pick(reserving.refused?.suggestion?.id ?? "")}
            >
              {t("picker.useInstead", { item: reserving.refused.suggestion.label })}
            </Button>
          )}
        </Alert>
      )}
    </div>
  );
}

function PickOption({ row, kind, isHeld }: { row: PickRow; kind: IdentifierKind; isHeld: boolean }) {
  const { t } = useTranslation(["assign", "words"]);
  const whole = useIdentifierFormat()(kind, row.identifier) ?? row.identifier;
  const isYours = isHeld || row.reservation?.isYours === true;
  return (
    <Combobox.Option value={row.id} active={isHeld}>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <span className={classes.identifier} title={whole}>
          {row.label !== row.identifier && <span className={classes.label}>{row.label}</span>}{" "}
          {kind === "ICCID" ? row.maskedIdentifier : whole}
        </span>
        <span className={isYours ? classes.yours : classes.state}>
          {isYours ? t("picker.yours") : t(`words:item.${row.state}`)}
        </span>
      </Group>
    </Combobox.Option>
  );
}

/** O43: how many there are in which state, and what can be done about it. */
function NoStock({
  templateKey,
  counts,
  isSearch,
}: {
  templateKey: string;
  counts: PickItemsQuery["inventoryItems"]["counts"];
  isSearch: boolean;
}) {
  const { t } = useTranslation(["assign", "words"]);
  const reseller = useReseller();
  const canAdd = useCan("inventory.add").isAllowed;
  const some = counts.filter(({ count }) => count > 0);
  return (
    <div className={classes.none}>
      <strong>{isSearch ? t("picker.noMatch") : t("picker.noStock")}</strong>
      <span>
        {some.length === 0
          ? t("picker.noneAtAll")
          : some.map(({ state, count }) => `${t(`words:item.${state}`)}: ${count}`).join(" · ")}
      </span>
      {canAdd && (
        // The list closes on blur: the link must act before that.
        <AppLink
          href={path.addItems(reseller, { template: templateKey })}
          onMouseDown={(event) => event.preventDefault()}
        >
          {t("picker.addItems")}
        </AppLink>
      )}
    </div>
  );
}

function useRows(templateId: string, text: string, isOpen: boolean) {
  const [search] = useDebouncedValue(text.trim(), searchDebounceMs);
  const { data, previousData, loading, refetch } = useQuery(PickItemsDocument, {
    variables: { templateId, search: search === "" ? null : search },
    skip: !isOpen,
    fetchPolicy: "cache-and-network",
    // What changed after a request went out is not in its answer: the refetch must not share it.
    context: { queryDeduplication: false },
  });
  const shown = data ?? previousData;
  return {
    nodes: shown?.inventoryItems.nodes ?? [],
    counts: shown?.inventoryItems.counts ?? [],
    isLoading: loading,
    refetch: async () => (isOpen ? refetch() : undefined),
  };
}

function sameIdentifier(identifier: string, typed: string): boolean {
  const plain = (value: string): string => value.replace(/[^0-9a-z]/gi, "").toLowerCase();
  return plain(identifier) === plain(typed);
}
