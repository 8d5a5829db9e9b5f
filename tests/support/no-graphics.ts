import type { Page } from '@playwright/test';

/** Makes the page's browser one that has no WebGL. */
export async function withoutGraphics(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args) {
      return String(args[0]).startsWith('webgl') ? null : getContext.apply(this, args);
    } as typeof getContext;
  });
}
