import type { MantineColorsTuple } from "@mantine/core";

/**
 * Every hue uses the same ten OKLCH lightnesses (0.975 … 0.315), so that one measured contrast holds for all of them and for any brand:
 * white on shade 7 and shade 7 on shade 0 are readable in light, shade 4 on dark 8 in dark.
 */
export const petrol: MantineColorsTuple = [
  "#eef9fb",
  "#daf2f5",
  "#bbe6eb",
  "#90d3db",
  "#5eb9c4",
  "#2e9ba6",
  "#007e89",
  "#006670",
  "#004f57",
  "#00393f",
];

export const copper: MantineColorsTuple = [
  "#fff4ee",
  "#ffe7da",
  "#fed2b9",
  "#f6b58e",
  "#e5935f",
  "#c97034",
  "#a6561a",
  "#874514",
  "#693510",
  "#4c260c",
];

/** Mantine's `gray`: tinted, never neutral. */
export const slate: MantineColorsTuple = [
  "#f9fafb",
  "#f1f4f6",
  "#e4e9eb",
  "#d4dade",
  "#b6bfc5",
  "#88949c",
  "#616e76",
  "#465259",
  "#2d373d",
  "#192227",
];

export const dark: MantineColorsTuple = [
  "#e4e9eb",
  "#c3c8cc",
  "#9fa6aa",
  "#7a8286",
  "#51595f",
  "#363e44",
  "#242b30",
  "#181f23",
  "#10161a",
  "#0a0f12",
];

export const green: MantineColorsTuple = [
  "#f0faf3",
  "#dbf4e3",
  "#bbeaca",
  "#90d9a9",
  "#61c086",
  "#3fa168",
  "#278250",
  "#206940",
  "#195131",
  "#123b23",
];

export const red: MantineColorsTuple = [
  "#fff4f3",
  "#ffe6e3",
  "#ffcec9",
  "#ffaca5",
  "#f7827a",
  "#e35350",
  "#c13335",
  "#9e2729",
  "#7a2020",
  "#581817",
];

export const amber: MantineColorsTuple = [
  "#fdf6ea",
  "#fdeacc",
  "#fad79c",
  "#f0bc60",
  "#d79e2a",
  "#b48000",
  "#916600",
  "#755200",
  "#5b3f01",
  "#422d04",
];

export const blue: MantineColorsTuple = [
  "#f1f8ff",
  "#dfefff",
  "#c2e0ff",
  "#9acbfd",
  "#68aef5",
  "#398fde",
  "#1371bf",
  "#075b9d",
  "#08477a",
  "#093358",
];
