import { useQuery } from "@apollo/client/react";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { ConnectNumber } from "../../navigation/ConnectNumber.tsx";
import { Permitted } from "../../navigation/Permitted.tsx";
import { keyLabel, useShortcut } from "../../navigation/shortcuts.tsx";
import { useUrlState } from "../../navigation/use-place.ts";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import { BelowView } from "./BelowView.tsx";
import { NumberDialog } from "./NumberDialog.tsx";
import { NumberList } from "./NumberList.tsx";
import classes from "./Numbers.module.css";
import { NumberTemplatesDocument } from "./numbers.generated.ts";
import { RegisterNumbers } from "./RegisterNumbers.tsx";
import { numbersState, numberViews } from "./numbers-state.ts";
import { OffersView } from "./OffersView.tsx";

/** One's own stock of numbers, who has them, and what they pay (V17). */
export function NumbersPage() {
  const { t } = useTranslation(["numbers", "rows", "words"]);
  const can = useCan("inventory.sell");
  const [state, setState] = useUrlState(numbersState);
  const [isConnecting, setConnecting] = useState(false);
  const [changes, setChanges] = useState(0);
  useShortcut("c", t("connect.title"), () => can.isAllowed && setConnecting(true));
  const mayOrder = useCan("inventory.add").isAllowed;
  const seesCost = useCan("finance.view").isAllowed;
  const views = numberViews.filter((each) => each === "stock" || (each === "offers" ? mayOrder : seesCost));
  const view = views.includes(state.view) ? state.view : "stock";
  const changed = (): void => setChanges((count) => count + 1);
  return (
    <Permitted by="inventory.view" title={t("title")}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <RegisterButton onDone={changed} />
            <ReasonedButton
              leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
              rightSection={<KeyHint keys={keyLabel("c")} />}
              aria-keyshortcuts="c"
              disabledReason={can.reason}
              onClick={() => setConnecting(true)}
            >
              {t("connect.title")}
            </ReasonedButton>
          </>
        }
      >
        {views.length > 1 && (
          <div className={classes.views}>
            <SegmentedChoice
              label={t("views")}
              value={view}
              onChange={(next) => setState({ view: next, search: "", state: "" }, { push: true })}
              options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
            />
          </div>
        )}
      </PageHeader>
      {view === "stock" && <NumberList state={state} onChange={setState} changes={changes} />}
      {view === "offers" && <OffersView search={state.search} onSearch={(search) => setState({ search })} />}
      {view === "below" && (
        <BelowView search={state.search} onSearch={(search) => setState({ search })} changes={changes} />
      )}
      {state.number !== "" && (
        <NumberDialog
          key={state.number}
          id={state.number}
          onClose={() => setState({ number: "" })}
          onChanged={changed}
        />
      )}
      {isConnecting && (
        <ConnectNumber number={null} customer={null} onClose={() => setConnecting(false)} onDone={changed} />
      )}
    </Permitted>
  );
}

/** Nothing can be registered where no sort of stock is identified by a number. */
function RegisterButton({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation("numbers");
  const can = useCan("inventory.add");
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(NumberTemplatesDocument, { skip: !can.isAllowed });
  const templates = data?.inventoryTemplates.nodes.filter(({ identifierKind }) => identifierKind === "PHONE_NUMBER");
  const none = templates?.length === 0 ? t("register.noTemplate") : null;
  return (
    <>
      <ReasonedButton variant="default" disabledReason={can.reason ?? none} onClick={() => setOpen(true)}>
        {t("register.button")}
      </ReasonedButton>
      {isOpen && templates !== undefined && (
        <RegisterNumbers templates={templates} onClose={() => setOpen(false)} onDone={onDone} />
      )}
    </>
  );
}
