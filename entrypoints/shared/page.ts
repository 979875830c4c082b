// Opens an extension page: language, title, and its app in the languages that the reader wants.
import { type ComponentChild, render } from 'preact';
import type messages from '../../public/_locales/en/messages.json';
import { type DefinitionLanguage, readSettings, type SettingsReading, watchSettings } from './settings.ts';
import { browserTextSource } from './text-source.ts';

/**
 * Renders what `view` makes of the texts, and again whenever the reader wants terms explained in another language. The
 * first time without waiting for the settings: they come before anything that is to be explained.
 */
export function openPage(
  title: keyof typeof messages,
  view: (texts: ReturnType<typeof browserTextSource>) => ComponentChild,
): void {
  const { getMessage } = browserTextSource();
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no element #app');
  document.documentElement.lang = getMessage('uiLanguage', []);
  document.title = getMessage(title, []);
  let shown: DefinitionLanguage = 'auto';
  const paint = () => render(view(browserTextSource(shown)), root);
  const follow = ({ settings: { definitions } }: SettingsReading) => {
    if (definitions === shown) return;
    shown = definitions;
    paint();
  };
  paint();
  watchSettings(follow);
  void readSettings().then(follow);
}
