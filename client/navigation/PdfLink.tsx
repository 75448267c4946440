import { Button } from "@mantine/core";
import { IconFileTypePdf } from "@tabler/icons-react";
import { useReseller } from "./use-place.ts";

/** A link sets no header, so the place where one works stands in it. */
export function PdfLink({ path, label }: { readonly path: string; readonly label: string }) {
  const reseller = useReseller();
  return (
    <Button
      component="a"
      href={`${path}?${new URLSearchParams({ "tierline-on-behalf-of": reseller })}`}
      target="_blank"
      variant="subtle"
      size="compact-xs"
      leftSection={<IconFileTypePdf size={16} stroke={1.8} aria-hidden />}
      aria-label={label}
    >
      PDF
    </Button>
  );
}
