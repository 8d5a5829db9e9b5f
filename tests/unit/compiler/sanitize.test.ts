import { describe, expect, it } from 'vitest';
import {
  findUnsafe,
  isLocalAddress,
  isSafeLink,
  sanitize,
} from '../../../src/compiler/sanitize.ts';
import { compile, storyWithProse } from './support.ts';

const ATTACKS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<img src=x onerror=alert(1)>',
  '<img src="javascript:alert(1)" alt="x">',
  '<img src="https://evil.example/track.gif" alt="x">',
  '<img src="//evil.example/track.gif" alt="x">',
  '<img src=x alt=x srcset="https://evil.example/a.png 2x">',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<iframe src="https://evil.example"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="https://evil.example/x.swf">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<style>@import url(https://evil.example/x.css);</style>',
  '<p style="background:url(https://evil.example/x.png)">x</p>',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example"><input name="q"><button>x</button></form>',
  '<video src="https://evil.example/x.mp4" onplay=alert(1)></video>',
  '<details open ontoggle=alert(1)>x</details>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<template><script>alert(1)</script></template>',
  '<a id="one" href="#one">x</a>',
  '<story-step onclick="alert(1)">x</story-step>',
  '<b onclick="alert(1)">x</b>',
  '<div onmouseover=alert(1)>x</div>',
];

const DANGER =
  /<\/?(script|style|iframe|object|embed|svg|math|form|input|link|meta|base|template|video)\b|<[^>]*\s(on\w+|style|srcdoc|srcset|id)=|(src|href)\s*=\s*"?\s*(javascript|data|vbscript)|evil\.example/i;

describe('raw HTML in prose', () => {
  it.each(ATTACKS)('is made harmless: %s', (attack) => {
    expect(sanitize(attack)).not.toMatch(DANGER);
    const { story, issues } = compile(
      storyWithProse(`Before.\n\n${attack}\n\nThen ${attack} there.`),
    );
    expect(story?.steps[0]?.html ?? '').not.toMatch(DANGER);
    expect(issues.filter(({ code }) => /unsafe|remote/.test(code))).not.toEqual([]);
  });

  it('is kept where it is plain', () => {
    const plain =
      '<p>H<sub>2</sub>O, <abbr title="United Nations">UN</abbr>, <ruby>漢<rt>한</rt></ruby>, ' +
      '<span lang="ko" class="word">강</span>, <a href="https://example.org" rel="noopener">x</a></p>';
    expect(sanitize(plain)).toBe(plain);
    expect(findUnsafe(plain)).toEqual([]);
  });

  it('is text where Markdown does not take it for HTML', () => {
    const { story } = compile(storyWithProse('A <svg/onload=alert(1)> here.'));
    expect(story?.steps[0]?.html).toBe('<p>A &lt;svg/onload=alert(1)&gt; here.</p>');
  });

  it('does not lose an HTML comment to a warning', () => {
    expect(compile(storyWithProse('<!-- later -->')).issues).toEqual([]);
  });
});

describe('Markdown links and images', () => {
  it.each([
    '[x](javascript:alert(1))',
    '[x](JAVASCRIPT:alert(1))',
    '[x](java&#x0A;script:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '<javascript:alert(1)>',
    '[x][y]\n\n[y]: vbscript:msgbox(1)',
    '![x](javascript:alert(1)){credit="x"}',
    '![x](data:image/svg+xml;base64,PHN2Zz4=){credit="x"}',
    '![x](//evil.example/x.png){credit="x"}',
  ])('that are unsafe stop the story: %s', (prose) => {
    const { story, issues } = compile(storyWithProse(prose));
    expect(story).toBeUndefined();
    expect(issues.map(({ code }) => code)).toContainEqual(
      expect.stringMatching(/unsafe-link|remote-/),
    );
  });

  it('to the web are kept, without giving the new page a handle on this one', () => {
    const { story } = compile(storyWithProse('[x](https://example.org/?a=1&b=2)'));
    expect(story?.steps[0]?.html).toBe(
      '<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener">x</a></p>',
    );
  });
});

describe('addresses', () => {
  it('are local without scheme and host', () => {
    expect(['a.jpg', './a.jpg', '../a.jpg', '#id', ''].every(isLocalAddress)).toBe(true);
    expect(['//a', '\\\\a', '/\\a', 'x:a', ' //a', 'ht\ttp://a'].some(isLocalAddress)).toBe(false);
  });

  it('may be linked to on the web and by mail', () => {
    expect(['https://a', 'HTTP://a', 'mailto:a@b', 'a.html'].every(isSafeLink)).toBe(true);
    expect(['javascript:a', 'java\nscript:a', 'file:///a', '//a'].some(isSafeLink)).toBe(false);
  });
});
