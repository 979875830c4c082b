// Has a page of the extension read as any page is: browsers run content scripts in none of them.
import { browser } from 'wxt/browser';

/** Runs the content script and the code of cards in this page, as ordinary scripts. What is not to be read says so. */
export function readOwnPage(): void {
  const urlOf = (file: string) => new URL(file, location.origin).href; // Firefox gives whole addresses, Chromium paths
  append('script', { src: urlOf('card.js') });
  for (const { css = [], js = [] } of browser.runtime.getManifest().content_scripts ?? []) {
    for (const file of css) append('link', { rel: 'stylesheet', href: urlOf(file) });
    for (const file of js) append('script', { src: urlOf(file) });
  }
}

function append<T extends 'script' | 'link'>(name: T, properties: Partial<HTMLElementTagNameMap[T]>): void {
  document.head.append(Object.assign(document.createElement(name), properties));
}
