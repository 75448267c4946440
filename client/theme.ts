import "./theme/mantine-css.ts";
import "./theme.css";
import { createTheme, mergeThemeOverrides } from "@mantine/core";
import { brandColors, pageBrand } from "./theme/brand.ts";
import { components, shadows } from "./theme/components.ts";
import { amber, blue, copper, dark, green, petrol, red, slate } from "./theme/palette.ts";

const sans = '"Hanken Grotesk Variable", "Hanken Grotesk", system-ui, sans-serif';
const mono = '"JetBrains Mono Variable", "JetBrains Mono", ui-monospace, monospace';

/** Petrol and copper: hairlines instead of shadows, small type, one rail motif. */
const own = createTheme({
  colors: { petrol, copper, gray: slate, dark, green, red, amber, blue, yellow: amber, orange: copper, teal: green },
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 6 },
  white: "#ffffff",
  black: "#192227",
  fontFamily: sans,
  fontFamilyMonospace: mono,
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "0.9375rem", xl: "1.25rem" },
  fontWeights: { regular: "400", medium: "560", bold: "620" },
  lineHeights: { xs: "1.33", sm: "1.4", md: "1.45", lg: "1.4", xl: "1.3" },
  headings: {
    fontFamily: sans,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.25rem", lineHeight: "1.3", fontWeight: "600" },
      h2: { fontSize: "0.875rem", lineHeight: "1.4", fontWeight: "600" },
      h3: { fontSize: "0.8125rem", lineHeight: "1.4", fontWeight: "600" },
    },
  },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "8px", xl: "16px" },
  defaultRadius: "md",
  shadows,
  respectReducedMotion: true,
  cursorType: "pointer",
  components,
});

/** Under a reseller's host name in its colours. */
export const theme = pageBrand === null ? own : mergeThemeOverrides(own, { colors: brandColors(pageBrand) });

export { cssVariablesResolver } from "./theme/variables.ts";
