import { Modal, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@apollo/client/react";
import { searchDebounceMs } from "@tierline/shared/limits.ts";
import { useEffect, useId, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { entriesOf, localEntries, recentEntries, rememberEntry, type PaletteEntry } from "./palette-entries.ts";
import { PaletteSearchDocument } from "./palette.generated.ts";
import classes from "./Palette.module.css";

interface PaletteProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** Finds a customer by anything they can read out, and every page and action by name. */
export function Palette({ text, onText, onClose }: PaletteProps) {
  const { t } = useTranslation("shell");
  const [active, setActive] = useState(0);
  const [isEnterWaiting, setEnterWaiting] = useState(false);
  const listId = useId();
  const { entries, state } = useEntries(text);
  const chosen = Math.min(active, Math.max(entries.length - 1, 0));
  const open = useOpenEntry(onClose);
  const awaited = isEnterWaiting && state !== "searching" ? entries[0] : undefined;
  useEffect(() => {
    if (awaited !== undefined) open(awaited);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setActive((chosen + step + entries.length) % Math.max(entries.length, 1));
    // Typed faster than the answer came: what is listed still belongs to other letters. The first of the right ones is meant.
    else if (event.key === "Enter" && state === "searching" && active === 0) setEnterWaiting(true);
    else if (event.key === "Enter" && entries[chosen] !== undefined) open(entries[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal.Root opened onClose={onClose} size={620} yOffset="11vh" centered={false} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={t("palette.title")}>
        <TextInput
          className={classes.input}
          variant="unstyled"
          size="md"
          data-autofocus
          autoFocus
          value={text}
          onChange={(event) => {
            onText(event.currentTarget.value);
            setActive(0);
            setEnterWaiting(false);
          }}
          onKeyDown={onKeyDown}
          leftSection={<IconSearch size={17} stroke={1.6} aria-hidden />}
          placeholder={t("palette.placeholder")}
          role="combobox"
          aria-label={t("palette.title")}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={entries.length > 0 ? `${listId}-${chosen}` : undefined}
          autoComplete="off"
          spellCheck={false}
        />
        <div id={listId} role="listbox" aria-label={t("palette.title")} className={classes.list}>
          {entries.map((entry, index) => (
            <Entry
              key={`${entry.section} ${entry.id}`}
              entry={entry}
              id={`${listId}-${index}`}
              isActive={index === chosen}
              heading={entries[index - 1]?.section === entry.section ? null : t(`palette.${entry.section}`)}
              onOpen={() => open(entry)}
              onPoint={() => setActive(index)}
            />
          ))}
        </div>
        <p className={classes.foot} role="status">
          {footText()}
        </p>
      </Modal.Content>
    </Modal.Root>
  );

  function footText(): string {
    if (state === "searching") return t("palette.searching");
    if (state === "idle") return t("palette.hint");
    if (state === "failed") return t("palette.failed");
    return entries.length === 0 ? t("palette.nothing", { text }) : t("palette.found", { count: entries.length });
  }
}

type SearchState = "idle" | "searching" | "settled" | "failed";

/** What was found stays listed until the answer to the newest text is there; an older answer that comes late is not shown. */
function useEntries(text: string): { entries: readonly PaletteEntry[]; state: SearchState } {
  const { t } = useTranslation("shell");
  const reseller = useReseller();
  const { permissions } = useViewer();
  const trimmed = text.trim();
  const [wanted] = useDebouncedValue(trimmed, searchDebounceMs);
  const isAsked = trimmed !== "" && permissions.includes("search.use");
  const { data, previousData, error, loading } = useQuery(PaletteSearchDocument, {
    variables: { text: wanted },
    skip: wanted === "" || !isAsked,
    fetchPolicy: "network-only",
  });
  const found = isAsked ? entriesOf((data ?? previousData)?.search.nodes ?? [], reseller) : [];
  const local = localEntries(trimmed, reseller, permissions, {
    page: (key) => t(`nav.${key}`),
    action: (key) => t(`shortcut.${key}`),
  });
  const recent = trimmed === "" ? recentEntries(reseller) : [];
  const entries = [...recent, ...found, ...local];
  if (!isAsked) return { entries, state: trimmed === "" ? "idle" : "settled" };
  if (loading || wanted !== trimmed) return { entries, state: "searching" };
  return { entries, state: error === undefined ? "settled" : "failed" };
}

function useOpenEntry(onClose: () => void): (entry: PaletteEntry) => void {
  const go = useGo();
  const reseller = useReseller();
  return (entry) => {
    rememberEntry(reseller, entry);
    onClose();
    go(entry.href);
  };
}

interface EntryProps {
  readonly entry: PaletteEntry;
  readonly id: string;
  readonly isActive: boolean;
  readonly heading: string | null;
  readonly onOpen: () => void;
  readonly onPoint: () => void;
}

function Entry({ entry, id, isActive, heading, onOpen, onPoint }: EntryProps) {
  return (
    <>
      {heading !== null && (
        <div className={classes.heading} role="presentation">
          {heading}
        </div>
      )}
      {/* Keys are handled by the field, which keeps the focus. */}
      <div
        id={id}
        role="option"
        aria-selected={isActive}
        className={classes.entry}
        onClick={onOpen}
        onMouseMove={onPoint}
        ref={isActive ? intoView : null}
      >
        <span className={classes.title}>{entry.title}</span>
        <span className={classes.detail}>{entry.detail}</span>
      </div>
    </>
  );
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
