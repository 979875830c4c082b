// The shape of a glossary, in the words of terminology science (TBX, SKOS); the file format mirrors it field by field.

/** Texts a person reads: BCP 47 language tag to text, at least one language. */
export type LocalizedText = Readonly<Record<string, string>>;

export type TermKind = 'acronym' | 'term' | 'product' | 'company' | 'person' | 'place' | 'event' | 'work';

/** How specialised a term is; everyday terms are not lit by default. */
export type Level = 'everyday' | 'general' | 'specialist';

/**
 * What the page has to say before a term is lit.
 * `none`: lit wherever it stands; `against`: lit unless the page speaks for another sense;
 * `required`: lit only where the page speaks for ours.
 */
export type Evidence = 'none' | 'against' | 'required';

/** Where a quotation comes from. A quotation's source inherits the glossary's, field by field. */
export interface Source {
  readonly title?: string;
  readonly url?: string;
  readonly publisher?: string;
  /** As given by the source: a year, a month or a day. */
  readonly date?: string;
  readonly attribution?: string;
}

/** An attested use of a term, word for word, always with its speaker. */
export interface Quotation {
  readonly text: string;
  readonly speaker: string;
  /** The interviewer's question that it answers. */
  readonly question?: string;
  /** The heading that it stands under. */
  readonly section?: string;
  /** Where it stands in its source: any number that grows with the text, so that all can be read in its order. */
  readonly position?: number;
  /** `false` marks a quotation that bears on the term without saying it. Default `true`. */
  readonly namesTerm?: boolean;
  readonly source?: Source;
}

/** One meaning of a term. */
export interface Sense {
  readonly id: string;
  /** One sentence: at most 300 characters in English, 120 in Chinese. */
  readonly definition: LocalizedText;
  readonly explanation?: LocalizedText;
  /** What has changed since the quotations were spoken. */
  readonly since?: LocalizedText;
  /** Words whose presence on a page speaks for this sense. */
  readonly cues?: readonly string[];
  readonly quotations?: readonly Quotation[];
}

/** A known meaning that must stay unlit. */
export interface OtherSense {
  readonly label: string;
  readonly cues: readonly string[];
}

/** A field of knowledge, and the words that tell that a text is about it. */
export interface OtherTopic {
  readonly label: string;
  readonly cues: readonly string[];
}

/** One term of a glossary: what it is called, where it may be lit, and what it means. */
export interface Term {
  readonly id: string;
  /** The preferred name (SKOS prefLabel). */
  readonly label: string;
  readonly kind?: TermKind;
  /** Ties synonyms in several glossaries together. */
  readonly conceptId?: string;
  /** Other names, shown to readers (SKOS altLabel). */
  readonly aliases?: readonly string[];
  /** Names that are matched and never shown (SKOS hiddenLabel). */
  readonly hiddenForms?: readonly string[];
  /** BCP 47 language tag to the term's names in it, the preferred one first. */
  readonly translations?: Readonly<Record<string, readonly string[]>>;
  /** Default `general`. */
  readonly level?: Level;
  /** Default `none`; for an acronym of two to five capitals and digits `against`. */
  readonly evidence?: Evidence;
  /** For the label and the hidden forms; all other forms go by their own shape. Default: by shape. */
  readonly caseSensitive?: boolean;
  readonly senses: readonly Sense[];
  readonly otherSenses?: readonly OtherSense[];
  /** Ids of terms in the same glossary. */
  readonly related?: readonly string[];
}

/** A whole glossary, as it stands in a `*.termlight.json` file. */
export interface Glossary {
  readonly $schema?: string;
  readonly format: 'termlight-glossary';
  readonly version: 1;
  readonly id: string;
  readonly title: LocalizedText;
  /** Changes whenever the content does. */
  readonly revision?: string;
  readonly source?: Source;
  /** Words of the field that the glossary is about; they speak softly for the meanings of all its terms. */
  readonly cues?: readonly string[];
  /** Fields in which its words mean something else, and the words of these fields. */
  readonly otherTopics?: readonly OtherTopic[];
  readonly terms: readonly Term[];
}

/** Everything about a glossary but its terms. */
export type GlossaryHead = Omit<Glossary, 'terms'>;

/** Names a term across all glossaries: `glossaryId/termId`. */
export type TermKey = string;

/** The key of a term; neither id may hold a slash (the validation sees to it). */
export function termKey(glossaryId: string, termId: string): TermKey {
  return `${glossaryId}/${termId}`;
}

/** The glossary's and the term's id in a key. */
export function parseTermKey(key: TermKey): { glossaryId: string; termId: string } {
  const slash = key.indexOf('/');
  return { glossaryId: key.slice(0, slash), termId: key.slice(slash + 1) };
}

/** The text in the first of the wanted languages that is there (`zh` finds `zh-CN`), else in any. */
export function localize(text: LocalizedText, languages: readonly string[]): { text: string; lang: string } {
  const available = Object.keys(text);
  for (const wanted of languages) {
    const lang =
      available.find((tag) => tag === wanted) ??
      available.find((tag) => primaryLanguage(tag) === primaryLanguage(wanted));
    if (lang) return { text: text[lang] ?? '', lang };
  }
  const lang = available[0] ?? 'en';
  return { text: text[lang] ?? '', lang };
}

function primaryLanguage(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

/** The source of a quotation, with what it inherits from its glossary. */
export function sourceOf(quotation: Quotation, glossary: Pick<Glossary, 'source'>): Source {
  return { ...glossary.source, ...quotation.source };
}
