import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { inPlace } from "./file-href.ts";
import { useReseller } from "./use-place.ts";

interface BulkFileLinkProps {
  /** Of the import. */
  readonly id: string;
  readonly of: "errors" | "results";
  readonly label: string;
}

/** A link, because it is a file: the browser fetches it while one goes on. */
export function BulkFileLink({ id, of, label }: BulkFileLinkProps) {
  const reseller = useReseller();
  return (
    <Button
      component="a"
      href={inPlace(`/bulk-files/${id}/${of}.csv`, reseller)}
      download={`${of}.csv`}
      variant="default"
      leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />}
    >
      {label}
    </Button>
  );
}
