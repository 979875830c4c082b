// Opens an extension page: language, title, and its app in the languages that the reader wants.
import { type ComponentChild, render } from 'preact';
import type messages from '../../public/_locales/en/messages.json';
import { readSettings, type SettingsReading, watchSettings } from './settings.ts';
import { browserTextSource } from './text-source.ts';

/** Renders what `view` makes of the texts, now and whenever the reader wants terms explained in another language. */
export async function openPage(
  title: keyof typeof messages,
  view: (texts: ReturnType<typeof browserTextSource>) => ComponentChild,
): Promise<void> {
  const { getMessage } = browserTextSource();
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no element #app');
  document.documentElement.lang = getMessage('uiLanguage', []);
  document.title = getMessage(title, []);
  let shown: string | undefined;
  const paint = ({ settings: { definitions } }: SettingsReading) => {
    if (definitions === shown) return;
    shown = definitions;
    render(view(browserTextSource(definitions)), root);
  };
  watchSettings(paint);
  const stored = await readSettings();
  if (shown === undefined) paint(stored);
}
