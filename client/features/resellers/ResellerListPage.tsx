import { useTranslation } from "react-i18next";
import { IconPlus } from "@tabler/icons-react";
import { useCan } from "../../api/viewer.tsx";
import { path } from "../../navigation/path.ts";
import { keyLabel, useShortcut } from "../../navigation/shortcuts.tsx";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { ResellerTree } from "./ResellerTree.tsx";

/** One's own reseller and all below it, as the tree they are. */
export function ResellerListPage() {
  // With all words of the page at once: a part that waits for its own would take the whole page away for a moment.
  const { t } = useTranslation(["resellers", "rows"]);
  return (
    <>
      <PageHeader title={t("list.title")} description={t("list.text")} actions={<NewResellerButton hasShortcut />} />
      <ResellerTree caption={t("list.title")} hasPageKeys />
    </>
  );
}

interface NewResellerButtonProps {
  /** The reseller above it; one's own without one. */
  readonly parentId?: string;
  readonly hasShortcut?: boolean;
  /** Why nothing can be created below that one. */
  readonly reason?: string | null;
}

export function NewResellerButton({ parentId, hasShortcut = false, reason = null }: NewResellerButtonProps) {
  const { t } = useTranslation("resellers");
  const go = useGo();
  const reseller = useReseller();
  const can = useCan("reseller.create");
  const open = (): void => go(path.newReseller(reseller, parentId === undefined ? {} : { parent: parentId }));
  return (
    <>
      {hasShortcut && <Shortcut label={t("new.title")} run={() => can.isAllowed && open()} />}
      <ReasonedButton
        leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
        rightSection={hasShortcut ? <KeyHint keys={keyLabel("n")} /> : undefined}
        {...(hasShortcut && { "aria-keyshortcuts": "n" })}
        {...(!hasShortcut && { variant: "default", size: "xs" })}
        disabledReason={can.reason ?? reason}
        onClick={open}
      >
        {hasShortcut ? t("new.title") : t("new.below")}
      </ReasonedButton>
    </>
  );
}

function Shortcut({ label, run }: { label: string; run: () => void }) {
  useShortcut("n", label, run);
  return null;
}
