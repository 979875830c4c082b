// Prepares an extension page for its app: language, title, and the place to render to.
import type messages from '../../public/_locales/en/messages.json';
import { browserTextSource } from './text-source.ts';

/** Sets the document's language and title, and gives the texts and the element for the app. */
export function preparePage(title: keyof typeof messages) {
  const source = browserTextSource();
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no element #app');
  document.documentElement.lang = source.getMessage('uiLanguage', []);
  document.title = source.getMessage(title, []);
  return { source, root };
}
