import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EMBED_FILE, emitEmbed } from '../../../scripts/emit-docs.ts';
import { EMBED_OPTIONS } from '../../../src/embed/options.ts';
import { readSettings, stepRange } from '../../../src/embed/settings.ts';

const NAMES = EMBED_OPTIONS.map(({ name }) => name);

describe('the options of an embedded story', () => {
  it('are read from an address', () => {
    const query = '?embed=&from=yalu&to=armistice&layout=steps&theme=dark&place-names=ko&stills=';
    expect(readSettings(query)).toEqual({
      from: 'yalu',
      to: 'armistice',
      layout: 'steps',
      theme: 'dark',
      placeNames: 'ko',
      stills: true,
    });
  });

  it('are read with whether our script has made the frame', () => {
    expect(readSettings('?embed=script&stills')).toEqual({ stills: true, hosted: true });
  });

  it('are left out where their value is not known', () => {
    const query = '?embed&from=<b>&layout=wide&theme=url(x)&step=';
    expect(readSettings(query)).toEqual({ stills: false });
  });

  it('are the attributes that the host script passes on', () => {
    const element = readFileSync('src/embed/legenda-embed.ts', 'utf8');
    const list = /OPTIONS = \[([^\]]*)\]/.exec(element)?.[1] ?? '';
    expect([...list.matchAll(/'([^']+)'/g)].map(([, name]) => name)).toEqual(NAMES);
  });

  it('are in the table of the page on embedding', () => {
    const page = readFileSync(EMBED_FILE, 'utf8');
    expect(page).toBe(emitEmbed(page));
    for (const name of NAMES) expect(page).toContain(`| \`${name}\` |`);
  });
});

describe('the part of a story', () => {
  const steps = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const part = (from?: string, to?: string): string =>
    stepRange(steps, { ...(from && { from }), ...(to && { to }) })
      .map(({ id }) => id)
      .join('');

  it('goes from one step to another, both with it', () => {
    expect(part('b', 'c')).toBe('bc');
    expect(part('c')).toBe('cd');
    expect(part(undefined, 'b')).toBe('ab');
  });

  it('is never empty, whatever is asked for', () => {
    expect(part('nowhere', 'never')).toBe('abcd');
    expect(part('c', 'a')).toBe('cd');
  });
});
