import { Checkbox, Table, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconArrowsSort } from "@tabler/icons-react";
import styles from "./DataGrid.module.css";
import type { GridColumn, GridSelection, GridSort } from "./grid-column.ts";

export interface DataGridHeadProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly rowKeys: readonly string[];
  readonly sort?: GridSort | undefined;
  readonly onSort?: ((sort: GridSort) => void) | undefined;
  readonly selection?: GridSelection<Row> | undefined;
}

export function DataGridHead<Row>({ columns, rowKeys, sort, onSort, selection }: DataGridHeadProps<Row>) {
  return (
    <Table.Thead role="rowgroup" className={styles.head ?? ""}>
      <Table.Tr role="row" aria-rowindex={1}>
        {selection !== undefined && <TickAll rowKeys={rowKeys} selection={selection} />}
        {columns.map(({ key, header, align, width, sortKey }) => {
          const isSortable = sortKey !== undefined && onSort !== undefined;
          const direction = isSortable && sort?.key === sortKey ? sort.direction : undefined;
          return (
            <Table.Th
              key={key}
              role="columnheader"
              scope="col"
              data-align={align}
              aria-sort={isSortable ? (direction ?? "none") : undefined}
              style={width === undefined ? undefined : { width }}
            >
              {isSortable ? (
                <UnstyledButton
                  className={styles.sort ?? ""}
                  onClick={() => onSort({ key: sortKey, direction: opposite(direction) })}
                >
                  {header} <SortIcon direction={direction} />
                </UnstyledButton>
              ) : (
                header
              )}
            </Table.Th>
          );
        })}
      </Table.Tr>
    </Table.Thead>
  );
}

function TickAll<Row>({ rowKeys, selection }: { rowKeys: readonly string[]; selection: GridSelection<Row> }) {
  const ticked = rowKeys.filter((key) => selection.selected.has(key)).length;
  const isAll = ticked > 0 && ticked === rowKeys.length;
  return (
    <Table.Th role="columnheader" className={styles.tick ?? ""}>
      <Checkbox
        aria-label={selection.labels.all}
        checked={isAll}
        indeterminate={ticked > 0 && !isAll}
        onChange={() => selection.onChange(new Set(isAll ? [] : rowKeys))}
      />
    </Table.Th>
  );
}

function SortIcon({ direction }: { direction: GridSort["direction"] | undefined }) {
  const Icon = direction === undefined ? IconArrowsSort : direction === "ascending" ? IconArrowUp : IconArrowDown;
  return <Icon size={13} stroke={1.8} aria-hidden data-on={direction !== undefined || undefined} />;
}

function opposite(direction: GridSort["direction"] | undefined): GridSort["direction"] {
  return direction === "ascending" ? "descending" : "ascending";
}
