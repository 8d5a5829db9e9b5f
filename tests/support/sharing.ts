import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

/** The button in the story's bar that opens the dialog. */
export const shareButton = (page: Page): Locator =>
  page.getByRole('button', { name: 'Share', exact: true });

/** Opens the dialog that shares the story, and gives it. */
export async function openSharing(page: Page): Promise<Locator> {
  await shareButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'Share and embed' });
  await dialog.waitFor();
  return dialog;
}

/** A file that a click makes the browser download. */
export interface Downloaded {
  name: string;
  bytes: Buffer;
}

/** Downloads the picture of the step from the open dialog. */
export async function download(page: Page, kind: 'SVG' | 'PNG'): Promise<Downloaded> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Download as ${kind}` }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
