// Tells which site a frame belongs to: the site of the page it is part of, as the address bar shows it.

/** The host name of the page that this document is a frame of; empty where there is none. */
export function currentSite(): string {
  const ancestors = location.ancestorOrigins as DOMStringList | undefined; // not in every browser
  const top = ancestors?.[ancestors.length - 1];
  if (top) return hostOf(top);
  try {
    return window.top?.location.hostname ?? location.hostname;
  } catch {
    return location.hostname; // a frame of another origin may not ask
  }
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : '';
}
