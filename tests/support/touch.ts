import type { Page } from '@playwright/test';

/** A place in the window, CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** Drags one finger over the page, as the browser hears it from a screen. */
export async function dragFinger(page: Page, from: Point, to: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [from]);
  for (let i = 1; i <= 10; i += 1) {
    const at = (a: number, b: number): number => a + ((b - a) * i) / 10;
    await touch('touchMove', [{ x: at(from.x, to.x), y: at(from.y, to.y) }]);
  }
  await touch('touchEnd', []);
  await session.detach();
}
