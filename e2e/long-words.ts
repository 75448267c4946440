import type { Page } from "@playwright/test";

/**
 * Makes what the console says as long as the longest of its languages may (short words twice, sentences by two fifths) and tells
 * what is cut off then: what stands in a menu, button, tab, heading or label, by its first words. What may be scrolled is not cut off.
 */
export function cutOffWhenLong(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = "nav a span, button, [role=tab], [role=radio], th, dt, label, legend, h1, h2, h3, a[data-variant]";
    const factors: readonly [length: number, factor: number][] = [
      [5, 2],
      [10, 1.8],
      [20, 1.6],
      [Infinity, 1.4],
    ];
    const longer = (text: string): string => {
      const factor = factors.find(([length]) => text.length <= length)?.[1] ?? 1;
      const more = Math.round(text.length * (factor - 1));
      return text + "o".repeat(Math.min(more, 8)) + " oooooo".repeat(Math.ceil(Math.max(more - 8, 0) / 7));
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: { readonly node: Text; readonly said: string }[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const said = node.textContent?.trim() ?? "";
      const isSaid = /\p{L}{2}/u.test(said) && !/[\d_]/.test(said); // anything else is data
      if (isSaid && parent?.closest(own) != null && parent.checkVisibility({ visibilityProperty: true }))
        texts.push({ node: node as Text, said });
    }
    for (const { node, said } of texts) node.textContent = longer(said);
    const isCut = (node: Text): boolean => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { right, bottom, width } = range.getBoundingClientRect();
      if (width <= 1) return false; // for screen readers alone
      if (node.parentElement?.closest("[aria-roledescription=carousel]") != null) return false; // pushed along
      for (let box = node.parentElement; box !== null && box !== document.body; box = box.parentElement) {
        const { overflowX, overflowY, position, width: boxWidth } = getComputedStyle(box);
        if (position === "absolute" && Number.parseFloat(boxWidth) <= 1) return false;
        const edge = box.getBoundingClientRect();
        if (["auto", "scroll"].includes(overflowX)) return false;
        if (["hidden", "clip"].includes(overflowX) && right > edge.right + 1) return true;
        if (["hidden", "clip"].includes(overflowY) && bottom > edge.bottom + 1) return true;
      }
      return right > document.documentElement.clientWidth + 1;
    };
    return texts.filter(({ node }) => isCut(node)).map(({ said }) => said);
  });
}
