// The keyword in the address bar: terms are suggested while the reader types, and opened in the panel.
import { browser } from 'wxt/browser';
import { createLookUp, type LookUpResult } from '../../glossary/look-up.ts';
import { lookUpText } from '../../glossary/look-up-text.ts';
import { localize } from '../../glossary/model.ts';
import { readAllTerms, type TermReading } from '../shared/glossaries.ts';
import { readSettings } from '../shared/settings.ts';
import { openPanelTab, openSidePanel } from '../shared/side-panel.ts';
import { browserTextSource, readerLanguages } from '../shared/text-source.ts';
import { rememberLookUp } from './remember.ts';

const MOST_SUGGESTIONS = 6; // rows; browsers show some six to nine

/** A line below the address bar; choosing it puts `content` in the place of what was typed. */
interface Suggestion {
  readonly content: string;
  readonly description: string;
}

/** The search, and the languages of what it finds. */
interface LookUp {
  readonly find: (text: string) => LookUpResult<TermReading>;
  readonly languages: readonly string[];
}

/** Answers to what is typed after the keyword. */
export function answerOmnibox(): void {
  let windowId: number = browser.windows.WINDOW_ID_CURRENT;
  let lookUp: Promise<LookUp> | undefined; // a glossary is read once for each time the reader begins to type

  const begin = () => {
    lookUp = readLookUp();
    // Asked for now: opening the panel must not wait for anything once the reader has pressed Enter.
    void browser.windows.getLastFocused().then(({ id }) => {
      windowId = id ?? windowId;
    });
    return lookUp;
  };

  browser.omnibox.onInputStarted.addListener(() => {
    // Says nothing of what is typed: browsers show it one letter late.
    void browser.omnibox.setDefaultSuggestion({ description: browserTextSource().getMessage('omniboxLookUp', []) });
    void begin();
  });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void (lookUp ?? begin()).then((read) => suggestTerms(read, text, suggest));
  });
  browser.omnibox.onInputCancelled.addListener(() => {
    lookUp = undefined;
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    lookUp = undefined;
    const view = text.trim() ? { find: lookUpText(text) } : {};
    const shown = browser.tabs.query({ active: true, lastFocusedWindow: true }); // asked before another tab is opened
    if (disposition === 'currentTab') void openSidePanel(windowId, view, 'tab');
    else void openPanelTab(view, disposition === 'newForegroundTab');
    if (view.find !== undefined) void shown.then(([tab]) => rememberLookUp(view.find, tab));
  });
}

async function readLookUp(): Promise<LookUp> {
  const [readings, { settings }] = await Promise.all([readAllTerms(), readSettings()]);
  const languages = readerLanguages(settings.definitions);
  return { find: createLookUp(readings, languages), languages };
}

function suggestTerms({ find, languages }: LookUp, text: string, suggest: (suggestions: Suggestion[]) => void): void {
  const { named, contained, similar } = find(text);
  const found = [...named, ...contained, ...similar.map(({ reading }) => reading)].slice(0, MOST_SUGGESTIONS);
  const contents = new Set([text.trim()]); // browsers leave out a line that would type what is typed already
  const suggestions = found.map((reading) => {
    const content = contents.has(reading.term.label) ? reading.key : reading.term.label;
    contents.add(content);
    return { content, description: describe(reading, languages) };
  });
  suggest(suggestions);
}

/** The term and what it means. */
function describe({ term: { label, senses } }: TermReading, languages: readonly string[]): string {
  const definition = senses[0] ? localize(senses[0].definition, languages).text : '';
  if (import.meta.env.FIREFOX) return `${label} – ${definition}`;
  return `<match>${escaped(label)}</match> <dim>${escaped(definition)}</dim>`;
}

/** A text for a description: XML everywhere but in Firefox, which takes it as it is. */
function escaped(text: string): string {
  if (import.meta.env.FIREFOX) return text;
  return text.replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
