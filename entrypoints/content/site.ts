// Tells which site a frame belongs to: the site of the page it is part of, as the address bar shows it.
import { siteOfAddress } from '../shared/site.ts';

/** The host name of the page that this document is a frame of; empty where there is none. */
export function currentSite(): string {
  const ancestors = location.ancestorOrigins as DOMStringList | undefined; // not in every browser
  const top = ancestors?.[ancestors.length - 1];
  if (top) return siteOfAddress(top);
  try {
    return siteOfAddress(window.top?.location.href);
  } catch {
    return siteOfAddress(location.href); // a frame of another origin may not ask
  }
}
