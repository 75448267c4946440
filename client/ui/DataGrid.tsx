import { Table } from "@mantine/core";
import { useRef, type ReactNode } from "react";
import styles from "./DataGrid.module.css";
import { DataGridHead } from "./DataGridHead.tsx";
import { DataGridRow, toggled } from "./DataGridRow.tsx";
import { phonePlaces, type GridColumn, type GridSelection, type GridSort } from "./grid-column.ts";
import type { RenderLink } from "./link.ts";
import { MoreRows } from "./MoreRows.tsx";
import { SkeletonRows } from "./SkeletonRows.tsx";
import { useGridKeys } from "./use-grid-keys.ts";
import { useLate } from "./use-late.ts";

export interface DataGridProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The page of a row; its primary cell becomes a link there. */
  readonly rowHref?: (row: Row) => string;
  readonly renderLink?: RenderLink;
  /** For rows without a page of their own. */
  readonly onRowOpen?: (row: Row) => void;
  readonly isLoading?: boolean;
  readonly hasMore?: boolean;
  readonly onMore?: () => void;
  readonly isLoadingMore?: boolean;
  /** In the place of the table when there are no rows. */
  readonly empty: ReactNode;
  /** What the table is, for those who don't see its heading. */
  readonly caption: string;
  /** How many rows there are in all, where that is known. */
  readonly total?: number;
  readonly sort?: GridSort;
  readonly onSort?: (sort: GridSort) => void;
  readonly selection?: GridSelection<Row>;
  readonly labels: { readonly more: string; readonly loading: string };
  /** Whether j, k and x work although the focus is not in the grid: for the one list a page is about. */
  readonly hasPageKeys?: boolean;
  /** The gap above the sticky header; none for tables in a dialog. */
  readonly stickyOffset?: string | number;
}

/** A list as a table with a sticky header; on a phone every row is a card of two lines. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { columns, rows, rowKey, rowHref, isLoading = false, selection, caption, hasMore = false } = props;
  const root = useRef<HTMLDivElement>(null);
  const isLate = useLate(isLoading);
  useGridKeys(root, {
    isPageWide: props.hasPageKeys ?? false,
    onTick: selection && ((key) => selection.onChange(toggled(selection.selected, key))),
  });
  if (!isLoading && rows.length === 0) return props.empty;
  const places = phonePlaces(columns);
  return (
    <div ref={root} className={styles.grid} data-stale={(isLate && rows.length > 0) || undefined}>
      <Table
        role="table"
        className={styles.table ?? ""}
        stickyHeader
        stickyHeaderOffset={props.stickyOffset ?? "var(--tl-header)"}
        aria-label={caption}
        aria-busy={isLoading}
        aria-rowcount={rowCount(props)}
        aria-colcount={columns.length + (selection === undefined ? 0 : 1)}
      >
        <DataGridHead
          columns={columns}
          rowKeys={rows.map(rowKey)}
          sort={props.sort}
          onSort={props.onSort}
          selection={selection}
        />
        <Table.Tbody role="rowgroup">
          {rows.map((row, index) => (
            <DataGridRow
              key={rowKey(row)}
              row={row}
              rowKey={rowKey(row)}
              index={index}
              columns={columns}
              places={places}
              href={rowHref?.(row)}
              renderLink={props.renderLink}
              onOpen={props.onRowOpen}
              selection={selection}
            />
          ))}
          {isLate && rows.length === 0 && (
            <SkeletonRows columns={columns} places={places} hasTicks={selection !== undefined} />
          )}
        </Table.Tbody>
      </Table>
      {hasMore && rows.length > 0 && (
        <MoreRows isLoading={props.isLoadingMore ?? false} onMore={props.onMore} labels={props.labels} />
      )}
    </div>
  );
}

/** With the header; −1 says that it is not known yet. */
function rowCount<Row>({ total, rows, hasMore }: DataGridProps<Row>): number {
  if (total !== undefined) return total + 1;
  return hasMore === true ? -1 : rows.length + 1;
}
