import { useSubscription } from "@apollo/client/react";
import {
  IconChevronRight,
  IconDeviceMobile,
  IconDeviceTv,
  IconPhone,
  IconUsers,
  IconWorld,
  type Icon,
} from "@tabler/icons-react";
import type { ServiceType } from "../../api/generated/schema.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import classes from "./Portal.module.css";
import { PortalServiceLiveDocument, type PortalServiceFragment } from "./portal.generated.ts";
import { useStatusLine } from "./service-words.ts";

const icons: Readonly<Record<ServiceType, Icon>> = {
  MOBILE: IconDeviceMobile,
  INTERNET: IconWorld,
  IPTV: IconDeviceTv,
  VOIP: IconPhone,
  COLLABORATION: IconUsers,
};

interface ServiceRowsProps {
  readonly services: readonly PortalServiceFragment[];
  readonly label: string;
}

/** Services, each with one line that says how it is, and the way to it. What is being set up is seen to become ready. */
export function ServiceRows({ services, label }: ServiceRowsProps) {
  const lineOf = useStatusLine();
  return (
    <ul className={classes.rows} aria-label={label}>
      {services.map((service) => {
        const { id, name, serviceType, state } = service;
        const IconOf = icons[serviceType];
        const { text, tone } = lineOf(service);
        return (
          <li key={id}>
            {state === "PENDING" && <Follow id={id} />}
            <AppLink className={classes.row} href={path.portalService(id)}>
              <span className={classes.kind} aria-hidden>
                <IconOf size={20} stroke={1.6} />
              </span>
              <span className={classes.words}>
                <span className={classes.name}>{name}</span>
                <StateDot tone={tone}>{text}</StateDot>
              </span>
              <IconChevronRight className={classes.go} size={18} stroke={1.6} aria-hidden />
            </AppLink>
          </li>
        );
      })}
    </ul>
  );
}

function Follow({ id }: { id: string }) {
  useSubscription(PortalServiceLiveDocument, { variables: { id }, ignoreResults: true });
  return null;
}
