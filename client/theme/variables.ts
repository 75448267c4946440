import type { CSSVariablesResolver } from "@mantine/core";
import { brandVariables, pageBrand } from "./brand.ts";

const hues = ["petrol", "copper", "green", "red", "amber", "blue"] as const;

type Scheme = Record<string, string>;

function shade(color: string, index: number): string {
  return `var(--mantine-color-${color}-${index})`;
}

/** What the console's own styles may use: meanings, not shades. Copper says where you are, what runs and what is timed; petrol acts. */
const light: Scheme = {
  "--tl-canvas": shade("gray", 0),
  "--tl-panel": "#ffffff",
  "--tl-nav": shade("gray", 1),
  "--tl-sunken": shade("gray", 0),
  "--tl-hover": shade("gray", 0),
  "--tl-line": shade("gray", 2),
  "--tl-card-line": shade("gray", 3),
  "--tl-control-line": shade("gray", 4),
  "--tl-field-line": shade("gray", 5),
  "--tl-track": shade("gray", 2),
  "--tl-rail": shade("gray", 3),
  "--tl-node": shade("gray", 5),
  "--tl-text": shade("gray", 9),
  "--tl-dim": shade("gray", 6),
  "--tl-on-solid": "#ffffff",
  "--tl-sel": shade("petrol", 0),
  "--tl-sel-line": shade("petrol", 7),
  "--tl-link": shade("petrol", 7),
  "--tl-focus": shade("petrol", 5),
  "--tl-here": shade("copper", 5),
  "--tl-here-text": shade("copper", 7),
  "--tl-here-tint": shade("copper", 0),
  ...statusOf("ok", "green", { dot: 5, text: 7, solid: 7 }),
  ...statusOf("bad", "red", { dot: 5, text: 7, solid: 7 }),
  ...statusOf("warn", "amber", { dot: 5, text: 7, solid: 7 }),
  "--tl-ok-tint": shade("green", 0),
  "--tl-bad-tint": shade("red", 0),
  "--tl-warn-tint": shade("amber", 0),
};

const dark: Scheme = {
  "--tl-canvas": shade("dark", 8),
  "--tl-panel": shade("dark", 7),
  "--tl-nav": shade("dark", 9),
  "--tl-sunken": shade("dark", 8),
  "--tl-hover": shade("dark", 6),
  "--tl-line": shade("dark", 5),
  "--tl-card-line": shade("dark", 4),
  "--tl-control-line": shade("dark", 4),
  "--tl-field-line": shade("dark", 3),
  "--tl-track": shade("dark", 5),
  "--tl-rail": shade("dark", 4),
  "--tl-node": shade("dark", 3),
  "--tl-text": shade("dark", 0),
  "--tl-dim": shade("dark", 2),
  "--tl-on-solid": shade("dark", 8),
  "--tl-sel": "#0f2b2f",
  "--tl-sel-line": shade("petrol", 5),
  "--tl-link": shade("petrol", 4),
  "--tl-focus": shade("petrol", 5),
  "--tl-here": shade("copper", 4),
  "--tl-here-text": shade("copper", 3),
  "--tl-here-tint": darkTint("copper"),
  ...statusOf("ok", "green", { dot: 4, text: 4, solid: 4 }),
  ...statusOf("bad", "red", { dot: 4, text: 3, solid: 3 }),
  ...statusOf("warn", "amber", { dot: 4, text: 3, solid: 3 }),
  "--tl-ok-tint": darkTint("green"),
  "--tl-bad-tint": darkTint("red"),
  "--tl-warn-tint": darkTint("amber"),
};

const branded = pageBrand === null ? null : brandVariables(pageBrand);

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { "--tl-fast": "120ms", "--tl-slow": "180ms", "--tl-header": "48px" },
  light: {
    ...light,
    "--mantine-color-text": shade("gray", 9),
    "--mantine-color-bright": shade("gray", 9),
    "--mantine-color-default-color": shade("gray", 9),
    "--mantine-color-error": shade("red", 7),
    "--mantine-color-success": shade("green", 7),
    "--mantine-color-placeholder": shade("gray", 6),
    "--mantine-color-dimmed": shade("gray", 6),
    "--mantine-color-disabled-color": shade("gray", 6),
    "--mantine-color-gray-light": shade("gray", 1),
    "--mantine-color-gray-light-hover": shade("gray", 2),
    "--mantine-color-gray-light-color": shade("gray", 7),
    ...Object.assign({}, ...hues.map(lightVariantInLight)),
    ...branded?.light,
  },
  dark: {
    ...dark,
    "--mantine-color-error": shade("red", 3),
    "--mantine-color-success": shade("green", 4),
    "--mantine-color-placeholder": shade("dark", 2),
    "--mantine-color-disabled-color": shade("dark", 2),
    "--mantine-color-default-color": shade("dark", 0),
    "--mantine-color-gray-light": shade("dark", 5),
    "--mantine-color-gray-light-hover": shade("dark", 4),
    "--mantine-color-gray-light-color": shade("dark", 0),
    ...Object.assign({}, ...hues.map(lightVariantInDark)),
    ...branded?.dark,
  },
});

function statusOf(name: string, color: string, shades: { dot: number; text: number; solid: number }): Scheme {
  return {
    [`--tl-${name}`]: shade(color, shades.dot),
    [`--tl-${name}-text`]: shade(color, shades.text),
    [`--tl-${name}-solid`]: shade(color, shades.solid),
  };
}

function darkTint(color: string): string {
  return `color-mix(in srgb, ${shade(color, 9)} 40%, ${shade("dark", 8)})`;
}

function lightVariantInLight(color: string): Scheme {
  return {
    [`--mantine-color-${color}-light`]: shade(color, 0),
    [`--mantine-color-${color}-light-hover`]: shade(color, 1),
    [`--mantine-color-${color}-light-color`]: shade(color, 7),
    [`--mantine-color-${color}-text`]: shade(color, 7),
  };
}

/** Mantine darkens shade 9 to nearly black, which can't be told from the panel; a tint of the canvas can. */
function lightVariantInDark(color: string): Scheme {
  return {
    [`--mantine-color-${color}-light`]: darkTint(color),
    [`--mantine-color-${color}-light-hover`]: `color-mix(in srgb, ${shade(color, 9)} 60%, ${shade("dark", 8)})`,
    [`--mantine-color-${color}-light-color`]: shade(color, 3),
  };
}
