import { describe, expect, it } from 'vitest';
import {
  bestFormats,
  fileAt,
  pointJson,
  pointScript,
  pointStyle,
  splitFaces,
} from '../../../../src/cli/export/addresses.ts';

const point = (address: string) => (address.includes('unknown') ? undefined : `packed:${address}`);

describe('an address', () => {
  const files = new Set(['index.html', 'assets/a.js', 'assets/b c.woff2', 'pictures/x.png']);

  it.each([
    ['./assets/a.js', 'index.html', 'assets/a.js'],
    ['a.js', 'assets/z.js', 'assets/a.js'],
    ['./b%20c.woff2?x#y', 'assets/z.css', 'assets/b c.woff2'],
    ['../pictures/x.png', 'assets/z.css', 'pictures/x.png'],
    ['./%zz.png', 'index.html', undefined],
    ['./missing.png', 'index.html', undefined],
    ['#fn-1', 'index.html', undefined],
    ['data:,', 'index.html', undefined],
    ['https://example.org/assets/a.js', 'index.html', undefined],
    ['/assets/a.js', 'index.html', undefined],
  ])('%s in %s is the file %s', (address, from, name) => {
    expect(fileAt(address, from, files)).toBe(name);
  });
});

describe('a script', () => {
  it('imports by the new names', () => {
    const code = `import{a as b}from"./x.js";import "./y.js";const z=()=>import('./z.js');`;
    expect(pointScript(code, point)).toBe(
      `import{a as b}from"packed:./x.js";import "packed:./y.js";const z=()=>import("packed:./z.js");`,
    );
  });

  it('imports by them whatever quotes a minifier has put', () => {
    expect(pointScript('const z=()=>import(`./z.js`);', point)).toBe(
      'const z=()=>import("packed:./z.js");',
    );
  });

  it('finds its assets by them', () => {
    const code =
      'x=new URL("style.json",import.meta.url).href,y=new URL( `b.pm` , import.meta.url )';
    expect(pointScript(code, point)).toBe(
      'x=new URL(import.meta.resolve("packed:style.json")).href,y=new URL(import.meta.resolve("packed:b.pm"))',
    );
  });

  it('keeps what is not a file of the page', () => {
    const code = `import"lit";import("./unknown.js");new URL(e,import.meta.url);f(from,"./x.js")`;
    expect(pointScript(code, point)).toBe(code);
  });
});

describe('data and style sheets', () => {
  it('of JSON only strings that are relative addresses change', () => {
    const json = '{"url":"./a.woff2","text":"see ./a.woff2","b":["../c.json","./unknown"]}';
    expect(JSON.parse(pointJson(json, point))).toEqual({
      url: 'packed:./a.woff2',
      text: 'see ./a.woff2',
      b: ['packed:../c.json', './unknown'],
    });
  });

  it('of a style sheet its addresses, quoted or not', () => {
    const css = `a{background:url(./a.png)}b{src:url( "./b.woff2" )format("woff2")}c{fill:url(#unknown)}`;
    expect(pointStyle(css, point)).toBe(
      `a{background:url("packed:./a.png")}b{src:url("packed:./b.woff2")format("woff2")}c{fill:url(#unknown)}`,
    );
  });

  it('fonts are apart from the rest, and in one format', () => {
    const face = '@font-face{src:url(./a.woff2)format("woff2"),url(./a.woff)format("woff")}';
    expect(splitFaces(`a{color:red}${face}b{top:0}`)).toEqual({
      faces: face,
      rest: 'a{color:red}b{top:0}',
    });
    expect(bestFormats(face)).toBe('@font-face{src:url(./a.woff2)format("woff2")}');
  });
});
