import sanitizeHtml from 'sanitize-html';
import { decodeText } from '../data/decode-text.ts';

/** Elements of a drawing: none that runs, links, animates or holds another language. */
const ELEMENTS = new Set(
  (
    'svg g defs symbol use switch title desc metadata style path rect circle ellipse line polyline polygon ' +
    'text tspan textPath image linearGradient radialGradient stop clipPath mask pattern marker filter view ' +
    'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting ' +
    'feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur ' +
    'feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
);

/** What drawing programs keep in a file for themselves. */
const PROGRAMS = ['sodipodi', 'inkscape', 'rdf', 'cc', 'dc'];

const SVG = 'http://www.w3.org/2000/svg';
const RASTER = /^data:image\/(?:png|jpe?g|gif|webp);base64,/i;
const FOREIGN_URL = /url\(\s*(?!['"]?\s*(?:#|data:image\/(?:png|jpe?g|gif|webp);))/i;

/** What an element may not have, in words. */
function elementFlaw(name: string, attributes: Readonly<Record<string, string>>) {
  const [prefix, local] = name.includes(':') ? name.split(':') : ['', name];
  const isKnown = prefix ? PROGRAMS.includes(prefix) && local : ELEMENTS.has(name);
  if (!isKnown) return `the element \`${name}\``;
  const odd = Object.entries(attributes).find(([key, value]) => isOdd(key, value));
  return odd && `the attribute \`${odd[0]}\``;
}

function isOdd(key: string, value: string): boolean {
  if (/^on/i.test(key) || value.includes('\\') || FOREIGN_URL.test(value)) return true;
  if (key === 'xmlns') return value !== SVG;
  // Elements of ours may not come under the name of a program's own.
  if (key.startsWith('xmlns:')) {
    return PROGRAMS.includes(key.slice(6)) && /w3\.org\/(?:2000\/svg|1999\/xhtml)/.test(value);
  }
  if (/^(?:xml:)?base$/.test(key)) return true;
  return /(?:^|:)href$/.test(key) && !/^\s*#/.test(value) && !RASTER.test(value);
}

/** What stands in the text of a file and not in an element: declarations, and style sheets. */
function textFlaw(text: string): string | undefined {
  const [head = ''] = /^\s*<\?xml\s[^?]*\?>/.exec(text) ?? [];
  const encoding = /encoding\s*=\s*["']([^"']*)/.exec(head)?.[1] ?? 'utf-8';
  if (!/^(?:utf-8|us-ascii)$/i.test(encoding)) return `the encoding ${encoding}`;
  const rest = text.slice(head.length);
  if (rest.includes('<?')) return 'an instruction `<?`';
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(rest)) return 'entities of its own';
  const styles = rest.match(/<style[\s\S]*?<\/style/g) ?? [];
  const isOddStyle = styles.some((style) => /@import|[&\\]|image-set|src\(/i.test(style));
  return isOddStyle || FOREIGN_URL.test(rest) ? 'a style that loads something' : undefined;
}

/**
 * What of an SVG file could run, or load from elsewhere, when the file is opened by itself, in words;
 * `undefined` for a plain drawing. In a page's `<img>` nothing of it would run, but the file has an
 * address of its own on the host, so only plain drawings are published.
 */
export function svgFlaw(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes);
  if ('fault' in decoded) return 'another encoding than UTF-8';
  const { text } = decoded;
  let flaw = textFlaw(text);
  let root: string | undefined;
  sanitizeHtml(text, {
    allowedTags: [],
    parser: { xmlMode: true },
    onOpenTag: (name, attributes) => {
      root ??= name;
      flaw ??= elementFlaw(name, attributes);
    },
  });
  return flaw ?? (root === 'svg' ? undefined : 'no `<svg>` around it');
}
