import type {
  BadgeProps,
  CheckboxProps,
  DrawerProps,
  MantineThemeOverride,
  MenuProps,
  ModalProps,
  PopoverProps,
  SegmentedControlProps,
  TableProps,
  TooltipProps,
} from "@mantine/core";

const overlayShadow = "0 8px 28px rgb(10 15 18 / 18%), 0 1px 4px rgb(10 15 18 / 12%)";
const overlayProps = { color: "#0a0f12", backgroundOpacity: 0.4 } as const;
const quick = { transition: "fade", duration: 120, timingFunction: "ease-out" } as const;

export const shadows = { xs: "none", sm: "none", md: overlayShadow, lg: overlayShadow, xl: overlayShadow };

/**
 * Defaults that no page should have to repeat; looks are in theme.css under the layer `tierline`.
 * Plain objects instead of `Modal.extend(…)`: that would load every component named here with the shell.
 */
export const components: NonNullable<MantineThemeOverride["components"]> = {
  Badge: defaults<BadgeProps>({ variant: "light", color: "gray", radius: "sm", tt: "none" }),
  Checkbox: defaults<CheckboxProps>({ size: "xs", radius: "sm" }),
  // A dialog's head is not the page's: without a role of its own a <header> counts as a second banner.
  ModalHeader: { defaultProps: { role: "none" } },
  DrawerHeader: { defaultProps: { role: "none" } },
  Drawer: defaults<Partial<DrawerProps>>({
    padding: "lg",
    overlayProps,
    transitionProps: { duration: 180, timingFunction: "ease-out" },
  }),
  Loader: { defaultProps: { size: "xs" } },
  // The placeholder for the first focus is a child that role="menu" may not have.
  Menu: defaults<MenuProps>({ shadow: "md", transitionProps: quick, withInitialFocusPlaceholder: false }),
  Modal: defaults<Partial<ModalProps>>({
    centered: true,
    shadow: "xl",
    radius: "lg",
    padding: "lg",
    overlayProps,
    transitionProps: quick,
  }),
  Popover: defaults<PopoverProps>({ shadow: "md", transitionProps: quick }),
  SegmentedControl: defaults<Partial<SegmentedControlProps>>({ size: "xs", withItemsBorders: false }),
  Table: defaults<TableProps>({ tabularNums: true, verticalSpacing: 0, horizontalSpacing: 12, highlightOnHover: true }),
  Tabs: { defaultProps: { keepMounted: false } },
  Tooltip: defaults<Partial<TooltipProps>>({
    openDelay: 250,
    transitionProps: quick,
    multiline: true,
    maw: 300,
    events: { hover: true, focus: true, touch: true },
  }),
};

function defaults<Props>(defaultProps: Props) {
  return { defaultProps };
}
