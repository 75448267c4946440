import { useTranslation } from "react-i18next";
import type { Permission } from "@tierline/shared/permission.ts";
import * as z from "zod/mini";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { AppLink, renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { choice } from "../../navigation/url-parts.ts";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { lazyDialog } from "../../ui/lazy-part.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { TierPath } from "../../ui/TierPath.tsx";
import { ManagedBy } from "./reseller-fields.tsx";
import { parentName } from "./parent-name.ts";
import type { ResellerView } from "./reseller-view.ts";
import { ResellerStateText } from "./ResellerStateText.tsx";
import { useDeed } from "./use-deed.ts";
import { ActivateResellerDocument, ResumeResellerDocument } from "./reseller-changes.generated.ts";

const editing = lazyDialog(() => import("./EditReseller.tsx").then(({ EditReseller }) => EditReseller));
const limiting = lazyDialog(() => import("./LimitReseller.tsx").then(({ LimitReseller }) => LimitReseller));
const callLimits = lazyDialog(() => import("../../navigation/CallLimits.tsx").then(({ CallLimits }) => CallLimits));
const suspending = lazyDialog(() => import("./SuspendReseller.tsx").then(({ SuspendReseller }) => SuspendReseller));
const closing = lazyDialog(() => import("./CloseReseller.tsx").then(({ CloseReseller }) => CloseReseller));

const moving = lazyDialog(() => import("./MoveReseller.tsx").then(({ MoveReseller }) => MoveReseller));

/** A dialog stands in the address, so that a link can lead to it and going back closes it. */
const dialogs = ["edit", "limit", "calls", "suspend", "move", "close"] as const;
const urlState = z.object({ do: choice(["", ...dialogs], "") });
type Dialog = (typeof dialogs)[number];

export function ResellerHead({ reseller }: { reseller: ResellerView }) {
  const { t } = useTranslation("resellers");
  const address = useReseller();
  const viewer = useViewer();
  const [state, setState] = useUrlState(urlState);
  const parent = parentName(reseller);
  const isOwn = reseller.id === viewer.reseller.id;
  const dialog = (name: Dialog) => ({ isOpen: state.do === name, onClose: () => setState({ do: "" }), reseller });
  const open = (name: Dialog): void => setState({ do: name }, { push: true });
  const activate = useDeed(ActivateResellerDocument);
  const resume = useDeed(ResumeResellerDocument);
  const problem = activate.problem ?? resume.problem;
  return (
    <>
      <PageHeader
        title={reseller.name}
        crumb={<AppLink href={path.resellers(address)}>{t("list.title")}</AppLink>}
        beside={
          <>
            <ResellerStateText state={reseller.state} />
            {isOwn && parent !== null && <ManagedBy parent={parent} />}
          </>
        }
        actions={
          <Actions
            reseller={reseller}
            isOwn={isOwn}
            isBusy={activate.isBusy || resume.isBusy}
            onOpen={open}
            onActivate={() => void activate.send({ input: { id: reseller.id } })}
            onResume={() => void resume.send({ input: { id: reseller.id } })}
          />
        }
      >
        <TierPath
          label={t("column.owner")}
          nodes={nodesOf(reseller, viewer.reseller.id, address)}
          renderLink={renderLink}
        />
      </PageHeader>
      {problem !== null && <ErrorNotice title={t("notDone")} what={problem} />}
      <editing.Part {...dialog("edit")} />
      <limiting.Part {...dialog("limit")} />
      <callLimits.Part
        of={isOwn ? null : reseller.id}
        isOpen={state.do === "calls"}
        onClose={() => setState({ do: "" })}
      />
      <suspending.Part {...dialog("suspend")} />
      <moving.Part {...dialog("move")} />
      <closing.Part {...dialog("close")} />
    </>
  );
}

/** From the operator down; one's own tier and those between it and this one are links, those above are names only. */
function nodesOf({ tierPath }: ResellerView, ownId: string, address: string) {
  const own = tierPath.findIndex(({ id }) => id === ownId);
  return tierPath.map(({ id, key, name }, index) => ({
    key,
    name,
    ...(own !== -1 && index >= own && index < tierPath.length - 1 && { href: path.resellerNode(address, id) }),
  }));
}

interface ActionsProps {
  readonly reseller: ResellerView;
  readonly isOwn: boolean;
  readonly isBusy: boolean;
  readonly onOpen: (dialog: Dialog) => void;
  readonly onActivate: () => void;
  readonly onResume: () => void;
}

/** What its state allows. Of one's own reseller only what is one's own to say. */
function Actions({ reseller: { state, tierPath }, isOwn, isBusy, onOpen, onActivate, onResume }: ActionsProps) {
  const { t } = useTranslation(["resellers", "live-calls"]);
  const own = useViewer().reseller.id;
  // Those deeper down are the business of who sells to them.
  const canLimit = useCan("call.guard").isAllowed && (isOwn || tierPath.at(-2)?.id === own);
  const canMove = useCan("reseller.move").isAllowed;
  if (state === "CLOSED") return null;
  return (
    <>
      <Action permission="reseller.update" onClick={() => onOpen("edit")}>
        {t("edit.button")}
      </Action>
      {canLimit && (
        <Action permission="call.guard" onClick={() => onOpen("calls")}>
          {t("live-calls:limits.title")}
        </Action>
      )}
      {!isOwn && (
        <>
          <Action permission="reseller.delegate" onClick={() => onOpen("limit")}>
            {t("rights.title")}
          </Action>
          {canMove && (
            <Action permission="reseller.move" onClick={() => onOpen("move")}>
              {t("move.button")}
            </Action>
          )}
          {state === "ACTIVE" && (
            <Action permission="reseller.suspend" onClick={() => onOpen("suspend")}>
              {t("suspend.button")}
            </Action>
          )}
          <Action permission="reseller.suspend" onClick={() => onOpen("close")}>
            {t("close.button")}
          </Action>
        </>
      )}
      {!isOwn && state === "SUSPENDED" && (
        <Action permission="reseller.suspend" isMain isBusy={isBusy} onClick={onResume}>
          {t("resume.button")}
        </Action>
      )}
      {state === "PENDING" && (
        <Action permission="reseller.activate" isMain isBusy={isBusy} onClick={onActivate}>
          {t("activate.button")}
        </Action>
      )}
    </>
  );
}

interface ActionProps {
  readonly permission: Permission;
  readonly isMain?: boolean;
  readonly isBusy?: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

function Action({ permission, isMain = false, isBusy = false, onClick, children }: ActionProps) {
  const can = useCan(permission);
  return (
    <ReasonedButton
      disabledReason={can.reason}
      loading={isBusy}
      onClick={onClick}
      {...(!isMain && { variant: "default" })}
    >
      {children}
    </ReasonedButton>
  );
}
