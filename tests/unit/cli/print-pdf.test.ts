import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, findMachine } from '../../../src/cli/find-browser.ts';
import { handoutFiles } from '../../../src/cli/handout-files.ts';
import type { MemoryFile } from '../../../src/cli/memory-origin.ts';
import { printPdf } from '../../../src/cli/print-pdf.ts';
import { createFixtureStory, makeStep } from '../../support/fixture-story.ts';

const folder = mkdtempSync(join(tmpdir(), 'legenda-print-test-'));
const asked: string[] = [];
const other = createServer(({ url }, response) => {
  asked.push(String(url));
  response.setHeader('access-control-allow-origin', '*');
  response.end('document.title = "RAN"');
});
let host = '';

beforeAll(async () => {
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  host = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
});
afterAll(() => {
  other.close();
  rmSync(folder, { recursive: true });
});

const picture = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#246' } })
    .png()
    .toBuffer();

/** Prints a page, and gives the PDF as text. */
async function print(files: Map<string, MemoryFile>): Promise<string> {
  const pdf = join(folder, 'page.pdf');
  await printPdf({ files, pdf, browser: findBrowser(await findMachine()) });
  return readFileSync(pdf, 'latin1');
}

/** A page that tries all it can to run a script, to read the machine and to ask other hosts. */
async function hostilePage(): Promise<string> {
  writeFileSync(join(folder, 'secret.css'), '@page { size: 100mm 100mm } ');
  writeFileSync(join(folder, 'secret.png'), await picture(37, 23));
  const secret = (name: string): string => pathToFileURL(join(folder, name)).href;
  const script = `document.title = 'RAN'; fetch('${secret('secret.css')}'); fetch('${host}fetch');`;
  return `<!doctype html><html><head><title>Still</title>
<link rel="stylesheet" href="${secret('secret.css')}"><link rel="stylesheet" href="${host}sheet">
<style>@import '${secret('secret.css')}'; @import '${host}import';</style>
<link rel="preload" as="fetch" href="${host}preload"><link rel="dns-prefetch" href="${host}">
<meta http-equiv="refresh" content="0;url=${host}refresh"><base href="${host}">
<script>${script}</script><script src="${host}script"></script><script type="module">${script}</script></head>
<body onload="${script}"><img src="x" onerror="${script}"><svg onload="${script}"><script>${script}</script></svg>
<img src="${secret('secret.png')}"><img src="${host}picture"><iframe src="${secret('secret.css')}"></iframe>
<iframe src="${host}frame"></iframe><object data="${host}object"></object><embed src="${host}embed">
<a href="javascript:${script}">x</a><p style="background: url(${host}style)">Text</p>
<img src="http://legenda.invalid/known.png"></body></html>`;
}

describe('what prints a handout', () => {
  it('runs no script, reads no file of the machine and asks no other host', async () => {
    const data = await hostilePage();
    const known = { type: 'image/png', data: await picture(41, 29) };
    const policy = "default-src 'none'; img-src http://legenda.invalid/; sandbox";
    const page = { type: 'text/html; charset=utf-8', data, policy };
    const files = new Map<string, MemoryFile>([
      ['index.html', page],
      ['known.png', known],
    ]);
    const pdf = await print(files);
    expect(pdf).toMatch(/\/Width 41\s*\/Height 29/);
    expect(pdf).not.toMatch(/\/Width 37\s*\/Height 23/);
    expect(pdf).toContain('/Title (Still)');
    expect(pdf).not.toMatch(/MediaBox \[0 0 283/);
    expect(asked).toEqual([]);
  });

  it('reads nothing else where its policy were lost', async () => {
    const free = "default-src * 'unsafe-inline' 'unsafe-eval' data: file:";
    const page = { type: 'text/html', data: await hostilePage(), policy: free };
    const pdf = await print(new Map([['index.html', page]]));
    expect(pdf).not.toMatch(/\/Width 37\s*\/Height 23/);
    expect(pdf).not.toMatch(/MediaBox \[0 0 283/);
    expect(asked).toEqual([]);
  });

  it('gives a handout the pictures of its prose, and no others', async () => {
    const story = {
      ...createFixtureStory(),
      title: '</style><script>document.title="RAN"</script>',
    };
    const html = '<p><img src="a%20b.png" alt="A"></p>';
    story.steps = [makeStep('one', { html, notes: html })];
    writeFileSync(join(folder, 'a b.png'), await picture(43, 31));
    const files = await handoutFiles(story, { paper: 'a4', notes: true, folder });
    const names = [...files.keys()].filter((name) => !name.startsWith('fonts/'));
    expect(names).toEqual(['index.html', 'still/0.svg', 'story/a b.png']);
    expect(files.get('index.html')?.policy).toMatch(/default-src 'none'.*sandbox/);
    const pdf = await print(files);
    expect(pdf).toMatch(/\/Width 43\s*\/Height 31/);
    expect(pdf).toContain('OldStandardTT');
    expect(pdf).not.toContain('/Title (RAN)');
    const odd = html.replace('a%20b', '../secret');
    const outside = { ...story, steps: [makeStep('one', { html: odd })] };
    await expect(handoutFiles(outside, { paper: 'a4', notes: true, folder })).rejects.toThrow(
      'outside of the story',
    );
  }, 240_000);
});
