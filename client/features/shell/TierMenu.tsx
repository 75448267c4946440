import { ActionIcon, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan, useViewer, type ViewerValue } from "../../api/viewer.tsx";
import { renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { TierPath } from "../../ui/TierPath.tsx";
import classes from "./Header.module.css";
import { ResellerMenuDocument } from "./shell.generated.ts";

/** Where in the tree one is, and the way into the tiers below. */
export function TierMenu({ nodes }: { nodes: ViewerValue["tierPath"] }) {
  const { t } = useTranslation("shell");
  const reseller = useReseller();
  const go = useGo();
  const [isOpen, setOpen] = useState(false);
  // What is not activated yet has nothing to go to.
  const isWaiting = useViewer().withheldBy?.state === "PENDING";
  const canSee = useCan("reseller.view").isAllowed && !isWaiting;
  const canActFor = useCan("reseller.act_for").isAllowed;
  const { data } = useQuery(ResellerMenuDocument, { skip: !isOpen || !canSee });
  const below = data?.resellers.nodes.filter((each) => each.key !== reseller) ?? [];
  return (
    <div className={classes.tier}>
      <TierPath
        label={t("tierPath")}
        nodes={nodes.map(({ id, key, name, isCurrent }) => ({
          key,
          name,
          ...(isCurrent ? { href: canSee ? path.resellerNode(reseller, id) : path.home(key) } : {}),
        }))}
        renderLink={renderLink}
      />
      {canSee && (
        <Menu opened={isOpen} onChange={setOpen} position="bottom-start" width={240} withinPortal={false}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t("tiersBelow")}>
              <IconChevronDown size={14} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => go(path.resellers(reseller))}>{t("nav.resellers")}</Menu.Item>
            {below.length > 0 && <Menu.Label>{t("tiersBelow")}</Menu.Label>}
            {below.map(({ id, key, name }) =>
              canActFor ? (
                // Another place is another page load: nothing that was read in this one is shown there.
                <Menu.Item key={id} component="a" href={path.home(key)}>
                  {name}
                </Menu.Item>
              ) : (
                <Menu.Item key={id} onClick={() => go(path.resellerNode(reseller, id))}>
                  {name}
                </Menu.Item>
              ),
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
