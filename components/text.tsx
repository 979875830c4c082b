// Supplies every component with the words of the user interface and the languages that the reader wants texts in.
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type messages from '../public/_locales/en/messages.json';

/** The name of a text in `public/_locales`. */
export type MessageKey = keyof typeof messages;

/** The name of a text in several plural forms, without their suffixes. */
export type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Name}_other` ? Name : never) : never;

/** Where the texts come from; in an extension, `browser.i18n`. */
export interface TextSource {
  readonly getMessage: (key: MessageKey, substitutions: string[]) => string;
  /** BCP 47 tags, the most wanted first. */
  readonly languages: readonly string[];
}

/** The words of the user interface. */
export interface Text {
  /** BCP 47 tag of the language that the texts are in. */
  readonly lang: string;
  /** For `localize`: BCP 47 tags, the most wanted first. */
  readonly languages: readonly string[];
  readonly t: (key: MessageKey, ...substitutions: string[]) => string;
  /** In the plural form for the count, which is the first substitution unless others are given. */
  readonly tn: (key: PluralKey, count: number, ...substitutions: string[]) => string;
  /** "Baidu and Tencent" */
  readonly list: (items: readonly string[]) => string;
  /** "1,234" */
  readonly number: (value: number) => string;
}

/** The texts of a source, with its plurals and lists. */
export function createText({ getMessage, languages }: TextSource): Text {
  const lang = getMessage('uiLanguage', []) || 'en';
  const plural = new Intl.PluralRules(lang);
  const { format: number } = new Intl.NumberFormat(lang);
  const t: Text['t'] = (key, ...substitutions) => getMessage(key, substitutions);
  return {
    lang,
    languages,
    t,
    tn(key, count, ...substitutions) {
      const form = plural.select(count) === 'one' ? 'one' : 'other';
      return t(`${key}_${form}`, ...(substitutions.length ? substitutions : [number(count)]));
    },
    list: (items) => new Intl.ListFormat(lang).format(items),
    number,
  };
}

const TextContext = createContext<Text | null>(null);

/** Gives everything inside it the texts of a source. */
export function TextProvider({ source, children }: { source: TextSource; children: ComponentChildren }) {
  const text = useMemo(() => createText(source), [source]);
  return <TextContext.Provider value={text}>{children}</TextContext.Provider>;
}

/** The texts for a component. Throws outside a `TextProvider`. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error('useText needs a TextProvider around the component');
  return text;
}
