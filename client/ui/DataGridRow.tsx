import { Checkbox, Table, UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./DataGrid.module.css";
import type { GridColumn, GridSelection, PhonePlace } from "./grid-column.ts";
import type { RenderLink } from "./link.ts";
import { openByClick } from "./use-grid-keys.ts";

export interface DataGridRowProps<Row> {
  readonly row: Row;
  readonly rowKey: string;
  readonly index: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly places: ReadonlyMap<string, PhonePlace>;
  readonly href?: string | undefined;
  readonly renderLink?: RenderLink | undefined;
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly selection?: GridSelection<Row> | undefined;
}

export function DataGridRow<Row>(props: DataGridRowProps<Row>) {
  const { row, rowKey, index, columns, places, selection } = props;
  const isTicked = selection?.selected.has(rowKey) ?? false;
  const opens = props.href !== undefined || props.onOpen !== undefined;
  return (
    <Table.Tr
      role="row"
      className={styles.row ?? ""}
      aria-rowindex={index + 2}
      data-row-key={rowKey}
      data-opens={opens || undefined}
      data-selected={isTicked || undefined}
      {...(opens && { onClick: openByClick })}
    >
      {selection !== undefined && (
        <Table.Td role="cell" className={styles.tick ?? ""}>
          <Checkbox
            aria-label={selection.labels.row(row)}
            checked={isTicked}
            onChange={() => selection.onChange(toggled(selection.selected, rowKey))}
          />
        </Table.Td>
      )}
      {columns.map((column) => (
        <Table.Td
          key={column.key}
          role={column.isPrimary === true ? "rowheader" : "cell"}
          data-align={column.align}
          data-place={places.get(column.key)}
          data-opener={(column.isPrimary === true && opens) || undefined}
        >
          {column.isPrimary === true ? opener(props, column.cell(row)) : column.cell(row)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function opener<Row>({ row, href, renderLink, onOpen }: DataGridRowProps<Row>, words: ReactNode): ReactNode {
  const className = styles.opener ?? "";
  if (href !== undefined && renderLink !== undefined) return renderLink({ href, className, children: words });
  if (onOpen === undefined) return words;
  return (
    <UnstyledButton className={className} onClick={() => onOpen(row)}>
      {words}
    </UnstyledButton>
  );
}

export function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}
