import type { ShownBrand } from "@tierline/shared/brand.ts";
import classes from "./BrandMark.module.css";

/** A reseller's logo on light and on dark; nothing where it has none. Its name stands beside it in words. */
export function BrandMark({
  brand: { logoLight, logoDark },
}: {
  readonly brand: Pick<ShownBrand, "logoLight" | "logoDark">;
}) {
  const [light, dark] = [logoLight ?? logoDark, logoDark ?? logoLight];
  return (
    <>
      {light !== null && <img className={`${classes.logo} ${classes.light}`} src={light} alt="" />}
      {dark !== null && <img className={`${classes.logo} ${classes.dark}`} src={dark} alt="" />}
    </>
  );
}
