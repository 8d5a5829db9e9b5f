import { expect, type Page, test } from '@playwright/test';
import { sanitize } from '../../src/compiler/sanitize.ts';
import { SAFE_ELEMENTS } from '../../src/core/safe-html.ts';
import { stepMarkup } from '../../src/core/step-markup.ts';
import { openBarePage } from '../support/bare-page.ts';
import { day, makeStep, readRealStory } from '../support/fixture-story.ts';

/** What a text may not do: each would set `window.attacked` if it ran, or ask another host. */
const ATTACKS: Readonly<Record<string, string>> = {
  script: '<script>attacked = 1</script>',
  handler: '<p onclick="attacked = 1" onmouseover=attacked=1>a</p><img src=x onerror="attacked=1">',
  'a form that hides its own properties':
    '<form onfocusin="attacked=1"><input name=children><input name=attributes><input name=remove><input name=localName><input name=nodeType><input name=childNodes><img src=x onerror="attacked=1"></form>',
  'a form that hides the body': '<form name=body></form><img name=body src=x onerror="attacked=1">',
  'names of the document': '<a id="body" name="cookie">a</a><img name="currentScript" src="x.png">',
  svg: '<svg onload="attacked=1"><a href="javascript:attacked=1"><text>x</text></a></svg>',
  'svg within html within svg':
    '<svg></p><style><a id="</style><img src=1 onerror=attacked=1>"></svg>',
  mathml:
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=attacked=1&gt;"></table></math>',
  noscript: '<noscript><p title="</noscript><img src=x onerror=attacked=1>"></noscript>',
  template:
    '<template><img src=x onerror=attacked=1></template><p><template shadowrootmode=open><img src=x onerror=attacked=1></template></p>',
  comment: '<!--><img src=x onerror=attacked=1>--><!-- --!><img src=x onerror=attacked=1>',
  'a text area': '<textarea><p id="</textarea><img src=x onerror=attacked=1>"></textarea>',
  frames:
    '<iframe srcdoc="<script>parent.attacked=1</script>"></iframe><object data="javascript:attacked=1"></object><embed src="//example.test/x">',
  'another base':
    '<base href="http://example.test/"><link rel=stylesheet href="//example.test/x.css"><meta http-equiv=refresh content="0;url=javascript:attacked=1">',
  style:
    '<p style="background:url(//example.test/x)">a</p><style>*{background:url(//example.test/x)}</style>',
  'pictures from elsewhere':
    '<img src="//example.test/a.png"><img src="http:example.test/a.png"><img src="\\\\example.test\\a.png"><img src="&#9;//example.test/a.png"><img srcset="//example.test/a.png 1x"><picture><source srcset="//example.test/a.png"><img src=a.png></picture><img src="data:image/svg+xml,x"><img src="file:///etc/x.png">',
  'links that run':
    '<a href="javascript:attacked=1">a</a><a href=" JaVaScRiPt:attacked=1">a</a><a href="java&#10;script:attacked=1">a</a><a href="&#1;javascript:attacked=1">a</a><a href="vbscript:x">a</a><a href="data:text/html,<script>1</script>">a</a><a href="blob:http://example.test/x">a</a>',
  'a link to a window':
    '<a href="https://example.test/" target="x" rel="opener" ping="//example.test/">a</a>',
  'an element of ours':
    '<map-story src="//example.test/story.json"></map-story><story-step id="yalu">x</story-step>',
  'a custom element': '<legenda-embed story="//example.test/"></legenda-embed><p is="x-y">a</p>',
  'many levels': `${'<b>'.repeat(2000)}x<img src=x onerror=attacked=1>`,
};

const ALLOWED = new Set(['h2', ...SAFE_ELEMENTS]);

/** A page with a story whose steps are made from these texts; gives what stands in each. */
async function showTexts(page: Page, texts: readonly string[]): Promise<void> {
  const steps = texts.map((html, i) =>
    makeStep(`step-${i}`, { html, date: [day('1950-06-25'), day('1950-06-25')] }),
  );
  await openBarePage(page, '');
  await page.evaluate((steps) => {
    const element = document.createElement('map-story');
    element.stills = true;
    element.story = {
      version: 1,
      title: 'Texts',
      description: '',
      lang: 'en',
      byline: '',
      published: '',
      basemap: 'atlas',
      placeNames: 'period',
      dates: null,
      layers: [],
      places: {},
      data: {},
      steps,
    };
    document.body.append(element);
  }, steps);
  await expect(page.locator('story-step')).toHaveCount(texts.length);
}

interface Found {
  name: string;
  attributes: [string, string][];
}

/** All elements of a step's text, with their attributes. */
const elementsOf = (page: Page, step: number): Promise<Found[]> =>
  page.evaluate(
    (step) =>
      [...document.querySelectorAll(`#step-${step} *`)].map((each) => ({
        name: each.namespaceURI?.endsWith('xhtml') ? each.localName : 'foreign',
        attributes: [...each.attributes].map(({ name, value }): [string, string] => [name, value]),
      })),
    step,
  );

test('nothing of a hostile text runs, loads from elsewhere, or stands on the page', async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', ({ message }) => errors.push(message));
  await showTexts(page, Object.values(ATTACKS));
  for (const [i, attack] of Object.keys(ATTACKS).entries()) {
    for (const { name, attributes } of await elementsOf(page, i)) {
      expect.soft(ALLOWED, attack).toContain(name);
      for (const [key, value] of attributes) {
        expect.soft(key, attack).not.toMatch(/^on|^(style|name|target|ping|srcset|is)$/);
        if (key === 'id') expect.soft(value, attack).toMatch(/^fn(ref)?-/);
        if (key === 'href') expect.soft(value.trim(), attack).toMatch(/^https:/);
        if (key === 'rel') expect.soft(value, attack).toBe('noopener');
        if (key === 'src') expect.soft(value, attack).toMatch(/^(x|a\.png|x\.png|1)$/);
      }
    }
  }
  // What loads is asked for by now, and what fails has told its handlers.
  await page.evaluate(() =>
    Promise.all([...document.images].map((each) => each.decode().catch(() => {}))),
  );
  expect(await page.evaluate(() => Reflect.get(window, 'attacked'))).toBeUndefined();
  expect(
    asked.filter((url) => /^https?:/.test(url) && !url.startsWith(new URL(baseURL ?? '').origin)),
  ).toEqual([]);
  expect(errors).toEqual([]);
});

test('every step of the real story has the markup that the compiler wrote', async ({ page }) => {
  const { steps } = readRealStory();
  await openBarePage(
    page,
    '<map-story src="./stories/stalin-korea/story.json" stills></map-story>',
  );
  await expect(page.locator('story-step')).toHaveCount(steps.length);
  const pages = await page.evaluate(
    (written) =>
      written.map(([id, html]) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        const made = document.querySelector(`story-step[id="${id}"]`);
        return [parsed.body.innerHTML, made?.innerHTML];
      }),
    steps.map((step, index): [string, string] => [
      step.id,
      String(stepMarkup(step, { index, count: steps.length })),
    ]),
  );
  for (const [written, made] of pages) expect(made).toBe(written);
});

test('all that the compiler lets through is kept', async ({ page }) => {
  const written = [
    ...SAFE_ELEMENTS.map((name) => `<${name}></${name}>`),
    '<p class="a" dir="rtl" lang="ko" title="b">x</p>',
    '<table><tbody><tr><th align="right" scope="col">x</th><td align="right" colspan="2" rowspan="2">x</td></tr></tbody></table>',
    '<time datetime="1950-06-25">x</time>',
    '<ol start="3"><li>x</li></ol>',
    '<a href="https://example.org/a?b=c" rel="noopener">x</a>',
    '<a href="mailto:someone@example.org">x</a>',
    '<a href="#fn-yalu-one" id="fnref-yalu-one" role="doc-noteref" aria-label="Footnote 1">1</a>',
    '<a href="../other/">x</a>',
    '<img alt="A map" height="1" loading="lazy" src="map.png" width="2">',
  ].map(sanitize);
  await showTexts(page, written);
  const made = await page.evaluate(
    (written) =>
      written.map((html, i) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html').body;
        const step = document.querySelector(`#step-${i}`);
        const sorted = (root: ParentNode | null): string[] =>
          [...(root?.querySelectorAll('*') ?? [])]
            .filter(({ localName, className }) => localName !== 'h2' && className !== 'kicker')
            .map((each) => {
              // Code can be scrolled by keys, which a story sees to when the text has been cleaned.
              const all = each.localName === 'pre' ? [] : [...each.attributes];
              const attributes = all.map(({ name, value }) => `${name}=${value}`).sort();
              return `${each.localName} ${attributes} ${each.textContent}`;
            });
        return [sorted(parsed), sorted(step)];
      }),
    written,
  );
  for (const [expected, found] of made) expect(found).toEqual(expected);
});
