// Why nothing is lit in a tab: the one answer that popup, panel and options give.
import type { Browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';
import type { PageTermsState } from './page-hooks.ts';
import { isSiteOn, type Settings } from './settings.ts';
import { siteOfAddress } from './site.ts';

/** A reason, and what to do, by the names of their texts in `public/_locales`. */
export interface UnlitReason {
  readonly message: keyof typeof messages;
  readonly hint?: keyof typeof messages;
  /** The site that the reason is about. */
  readonly site?: string;
}

/** What a browser tells of a tab; of its own pages, and of the reader view, not even the address. */
type ToldTab = Pick<Browser.tabs.Tab, 'url' | 'favIconUrl'>;

const CHROMIUM_STORES =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons)(?:\/|$)/;
const FIREFOX_STORE = /^https:\/\/addons\.mozilla\.org(?:\/|$)/;

const FIREFOX_PDF_ICON = 'chrome://global/skin/icons/pdf.svg';

/** Why nothing is lit in a tab where nothing is; that it has no terms, if nothing else. */
export function whyUnlit(tab: ToldTab | null, page: PageTermsState, settings: Settings): UnlitReason {
  if (page.status === 'reading') return { message: 'pageReading' };
  if (page.status === 'unreadable') return { message: whyUnreadable(tab ?? {}), hint: 'pageHintSelect' };
  if (page.isPdf) return { message: 'pageOfPdf', hint: 'pageHintSelect' };
  const off = whySwitchedOff(settings, siteOfAddress(tab?.url));
  if (off) return off;
  return page.terms.length ? { message: 'pageNoneLit' } : { message: 'pageNoTerms', hint: 'pageNoTermsHint' };
}

/** Which of the reader's settings switches a site off, or `null` where it is on; an empty one is a page of no site. */
export function whySwitchedOff(settings: Settings, site: string): UnlitReason | null {
  if (settings.pausedUntil !== null) return { message: 'pagePaused' };
  if (isSiteOn(settings, site)) return null;
  return site ? { message: 'pageSiteOff', site } : { message: 'pageNotListed' };
}

/** Firefox lets no extension into its PDF viewer; Chromium does, but the text is elsewhere. */
function whyUnreadable({ url, favIconUrl }: ToldTab): UnlitReason['message'] {
  if (!url || !/^(?:https?|file|about:blank|data|blob)\b/.test(url)) return 'pageOfBrowser';
  const stores = import.meta.env.FIREFOX ? FIREFOX_STORE : CHROMIUM_STORES; // another browser's is a page like others
  if (stores.test(url)) return 'pageOfStore';
  return favIconUrl === FIREFOX_PDF_ICON || /^[^?#]*\.pdf(?:[?#]|$)/i.test(url) ? 'pageOfPdf' : 'pageUnreadable';
}
