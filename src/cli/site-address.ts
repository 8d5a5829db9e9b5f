const WRONG = (text: string): Error =>
  new Error(
    `LEGENDA_SITE is "${text}", which is not the address of a site. Write it like https://example.org/stories/ .`,
  );

/**
 * The address at which the site will be, from the environment variable `LEGENDA_SITE`, with a slash
 * at its end; `undefined` where the variable is empty or not set. Throws for anything but an http or
 * https address without query, fragment and password.
 */
export function readSiteAddress(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const text = env.LEGENDA_SITE?.trim();
  if (!text) return undefined;
  if (!/^https?:\/\/[^?#@\s]+$/i.test(text) || !URL.canParse(text)) throw WRONG(text);
  const { href } = new URL(text);
  return href.endsWith('/') ? href : `${href}/`;
}
