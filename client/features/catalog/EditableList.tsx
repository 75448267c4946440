import { ActionIcon } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import classes from "./OfferingPage.module.css";

interface EditableListProps {
  readonly title: string;
  /** In the place of an empty list. */
  readonly none: string;
  /** The button for another one. */
  readonly add: string;
  readonly max: number;
  /** What each entry is called, for those who don't see where they are; empty while it has no name. */
  readonly names: readonly string[];
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
  readonly children: (index: number) => ReactNode;
  /** Beside the button that removes the entry. */
  readonly end: (index: number) => ReactNode;
}

/** Entries of a form that come and go. */
export function EditableList({ title, none, add, max, names, onAdd, onRemove, children, end }: EditableListProps) {
  const { t } = useTranslation("catalog");
  const nameOf = (name: string, index: number): string => name || t("entry", { number: index + 1 });
  return (
    <Panel
      title={title}
      count={names.length}
      aside={
        <ReasonedButton
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />}
          disabledReason={names.length >= max ? t("atMost", { max }) : null}
          onClick={onAdd}
        >
          {add}
        </ReasonedButton>
      }
    >
      {names.length === 0 && <span className={classes.dim}>{none}</span>}
      <div className={classes.items}>
        {names.map((name, index) => (
          <div key={index} className={classes.item} role="group" aria-label={nameOf(name, index)}>
            {children(index)}
            <div className={classes.itemEnd}>
              {end(index)}
              <ActionIcon
                variant="subtle"
                size={28}
                aria-label={t("remove", { item: nameOf(name, index) })}
                onClick={() => onRemove(index)}
              >
                <IconTrash size={16} stroke={1.6} aria-hidden />
              </ActionIcon>
            </div>
          </div>
        ))}
      </div>
    </Panel>
  );
}
