// What a reader types to name a site.

/**
 * The pattern that a text names: `example.com`, or `*.example.com` for what is below it alone. Of an address the host
 * counts. `null` where it names no site.
 */
export function parseSitePattern(text: string): string | null {
  const typed = text.trim();
  const isBelow = typed.startsWith('*.');
  const named = isBelow ? typed.slice(2) : typed;
  const address = /^https?:\/\//i.test(named) ? named : `http://${named}`;
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : '';
  if (!/^[^\s*%]+$/.test(host)) return null; // Chromium writes a space as %20
  return isBelow ? `*.${host}` : host;
}
