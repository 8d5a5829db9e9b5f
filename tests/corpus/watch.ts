import { type BrowserContext, expect, type Page } from '@playwright/test';

/** What attacks came to in a browser. */
export interface Watched {
  /** Addresses of the documents in which one ran. */
  ran: string[];
  /** Requests to hosts that are none of the story's. */
  foreign: string[];
}

/** Watches all pages of a context: what calls `run`, opens a dialog or asks another host than `site`'s. */
export async function watchContext(context: BrowserContext, site: string): Promise<Watched> {
  const watched: Watched = { ran: [], foreign: [] };
  const { origin } = new URL(site);
  const isForeign = ({ href, protocol }: URL): boolean =>
    /^(?:https?|wss?|ftp|file):$/.test(protocol) && !href.startsWith(origin);
  await context.exposeBinding('run', ({ frame }) => void watched.ran.push(frame.url()));
  await context.route(isForeign, (route) => route.abort());
  context.on('request', (request) => {
    if (isForeign(new URL(request.url()))) watched.foreign.push(request.url());
  });
  context.on('dialog', (dialog) => {
    watched.ran.push(dialog.message());
    dialog.dismiss().catch(() => {});
  });
  return watched;
}

/**
 * What of a document could still run or load: elements, handlers and addresses, in all shadow trees. `own` are
 * the addresses that the page itself has.
 */
export function dangersIn(page: Page, own: readonly string[] = []): Promise<string[]> {
  return page.evaluate((known) => {
    const found: string[] = [];
    const isKnown = (address: string): boolean => known.some((each) => address.includes(each));
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        const tag = `<${element.localName}>`;
        if (/^(?:script|iframe|object|embed|base|form|foreignobject)$/i.test(element.localName)) {
          const text = element.outerHTML;
          if (
            /run\(|other\.example/.test(text) &&
            element.getAttribute('type') !== 'application/ld+json'
          )
            found.push(text.slice(0, 200));
        }
        for (const { name, value } of element.attributes) {
          const bare = [...value].filter((sign) => sign > ' ').join('');
          const isAddress =
            /^(?:href|src|srcset|action|formaction|ping|poster|data|xlink:href|background)$/.test(
              name,
            );
          if (/^on/i.test(name)) found.push(`${tag} ${name}=${value}`);
          if (isAddress && /^(?:javascript|vbscript|data:text)/i.test(bare))
            found.push(`${tag} ${name}=${value}`);
          const loads =
            element.localName !== 'a' && isAddress && /^(?:[a-z]+:)?[\\/]{2}/i.test(bare);
          if (loads && !isKnown(value) && !value.startsWith(location.origin))
            found.push(`${tag} ${name}=${value}`);
          if (/^(?:fill|stroke|style)$/.test(name) && /other|run\(|\\7/i.test(value))
            found.push(`${tag} ${name}=${value}`);
        }
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document);
    return found;
  }, own);
}

/**
 * A text without what a parser of HTML, by where it stands, leaves out or writes in another way: line ends, signs
 * of no character, halves of one.
 */
export function comparable(text: string | null | undefined): string {
  return String(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\ufffd\p{Cs}]/gu, '')
    .replaceAll('\0', '');
}

/** Fails where anything ran or asked elsewhere. */
export function expectCalm({ ran, foreign }: Watched): void {
  expect(ran, 'executed').toEqual([]);
  expect(foreign, 'asked elsewhere').toEqual([]);
}
