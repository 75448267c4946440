import { Skeleton, Table } from "@mantine/core";
import styles from "./DataGrid.module.css";
import type { GridColumn, PhonePlace } from "./grid-column.ts";

const skeletonCount = 8;

export interface SkeletonRowsProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly places: ReadonlyMap<string, PhonePlace>;
  readonly hasTicks: boolean;
}

/** Rows in the making, so that nothing jumps when the real ones come. */
export function SkeletonRows<Row>({ columns, places, hasTicks }: SkeletonRowsProps<Row>) {
  return Array.from({ length: skeletonCount }, (_, index) => (
    <Table.Tr key={index} className={styles.row ?? ""} aria-hidden="true">
      {hasTicks && <Table.Td className={styles.tick ?? ""} />}
      {columns.map(({ key, isPrimary, align }) => (
        <Table.Td key={key} data-place={places.get(key)} data-align={align}>
          <Skeleton
            height={10}
            width={isPrimary === true ? 140 - ((index * 23) % 50) : 64}
            radius="sm"
            display="inline-block"
          />
        </Table.Td>
      ))}
    </Table.Tr>
  ));
}
