// The words of the user interface as the browser serves them, for whoever shows components.
import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';
import type { DefinitionLanguage } from './settings.ts';

/** The name of a text in `public/_locales`. */
export type MessageKey = keyof typeof messages;

/** Texts of `public/_locales` in the browser's language, and the languages that the reader wants other texts in. */
export function browserTextSource(definitions: DefinitionLanguage = 'auto') {
  const getMessage = browser.i18n.getMessage as (key: MessageKey, substitutions: string[]) => string;
  return {
    getMessage: (key: MessageKey, substitutions: string[]) => getMessage(key, substitutions),
    languages: readerLanguages(definitions),
  };
}

/** The languages that the reader wants terms explained in, as BCP 47 tags, the most wanted first. */
export function readerLanguages(definitions: DefinitionLanguage): string[] {
  const own = [browser.i18n.getUILanguage(), ...navigator.languages, 'en'];
  return definitions === 'auto' ? own : [definitions, ...own];
}
