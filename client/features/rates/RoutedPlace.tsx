import { useTranslation } from "react-i18next";
import type { CallRoute } from "../../api/generated/schema.ts";
import classes from "./Rates.module.css";

interface RoutedPlaceProps {
  readonly destination: string;
  /** Null where a deck tells none apart. */
  readonly route: CallRoute | null;
}

/** Where a prefix leads, and by which route where that is told apart. */
export function RoutedPlace({ destination, route }: RoutedPlaceProps) {
  const { t } = useTranslation("rates");
  return (
    <>
      {destination}
      {route !== null && <span className={classes.dim}> · {t(`route.${route}`)}</span>}
    </>
  );
}
