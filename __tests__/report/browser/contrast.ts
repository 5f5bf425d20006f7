import type { Page } from "playwright-core";

/** Text whose contrast with what is behind it is less than WCAG 2 AA asks of normal text, 4.5 to 1. */
export function paleTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parse = (color: string) => {
      const numbers = (color.match(/[\d.]+/g) ?? []).map(Number);
      const scale = color.startsWith("color(") ? 255 : 1;
      const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
      return { channels: [red * scale, green * scale, blue * scale], alpha };
    };
    const luminance = (channels: readonly number[]) => {
      const [red = 0, green = 0, blue = 0] = channels.map((value) => {
        const share = value / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (element: Element | null): number[] => {
      for (let each = element; each !== null; each = each.parentElement) {
        const { channels, alpha } = parse(getComputedStyle(each).backgroundColor);
        if (alpha === 1) return channels;
      }
      return [255, 255, 255];
    };
    const pale: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement as HTMLElement;
      if (node.textContent?.trim() === "" || !element.checkVisibility() || element.closest("script, style")) continue;
      const [one, two] = [parse(getComputedStyle(element).color).channels, behind(element)].map(luminance) as [
        number,
        number,
      ];
      const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
      if (ratio < 4.5) pale.push(`${ratio.toFixed(2)} ${element.className}: ${node.textContent}`);
    }
    return [...new Set(pale)];
  });
}
