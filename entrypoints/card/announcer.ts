// Says things to screen readers, politely: what is shown without taking the focus, and what the reader's keys have done.
import type { Text } from '../../components/text.tsx';
import { localize } from '../../glossary/model.ts';
import type { TermReading } from '../shared/glossaries.ts';
import type { CardHost } from './card-host.ts';

const BEFORE_TEXT_MS = 100; // the region must be known by then, or nothing is said
/** By then a text has been said: who reads on in the page does not come upon it. */
export const SPOKEN_MS = 10_000;

/** A text to be said, and the BCP 47 tag of its language. */
export interface Saying {
  readonly text: string;
  readonly lang: string;
}

/** A voice. */
export interface Announcer {
  /** Says a text instead of one that has not been said yet, where the text of a node can be reached. */
  say(saying: Saying, around: Node): void;
}

/** Prepares to speak, until the signal aborts; nothing is added to the page before the first text. */
export function createAnnouncer(host: CardHost, signal: AbortSignal): Announcer {
  const region = document.createElement('div');
  region.className = 'said';
  region.role = 'status';
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    region.remove();
    host.leave();
  });
  return {
    say({ text, lang }, around) {
      clearTimeout(timer);
      host.addRegion(region, around);
      region.replaceChildren(); // the same text again is said again
      region.lang = lang;
      timer = setTimeout(() => {
        region.textContent = text;
        timer = setTimeout(() => region.replaceChildren(), SPOKEN_MS);
      }, BEFORE_TEXT_MS);
    },
  };
}

/** What a card tells in short: the term and its definition. */
export function summaryOf(reading: TermReading | null, label: string, { t, lang, languages }: Text): Saying {
  const sense = reading?.term.senses[0];
  const definition = sense && localize(sense.definition, languages);
  if (!definition) return { text: t('cardUnreadable', label), lang };
  return { text: t('announceCard', reading.term.label, definition.text), lang: definition.lang };
}
