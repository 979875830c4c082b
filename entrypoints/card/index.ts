// The code of cards, which the browser loads into a document when something is lit there.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createText, type MessageKey } from '../../components/text.tsx';
import { bringCards, type CardOpener, type CardOptions } from '../content/card-loader.ts';
import { browserTextSource } from '../shared/text-source.ts';
import { type Announcer, createAnnouncer, SPOKEN_MS } from './announcer.ts';
import { bringIntoView } from './bring-into-view.ts';
import { type CardHost, createCardHost } from './card-host.ts';
import { createCards } from './cards.tsx';
import { createHover } from './hover.ts';
import { tellOpened } from './tell-opened.ts';

export default defineUnlistedScript(() => {
  const host = createCardHost();
  bringCards({
    start: (options) => startCards(options, host),
    // The session in which the key was pressed may be over.
    announce: (key) => say(createAnnouncer(host, AbortSignal.timeout(SPOKEN_MS)), key),
  });
});

/** For what is about no place on the page: where the reader is. */
function say(announcer: Announcer, key: MessageKey): void {
  const { t, lang } = createText(browserTextSource());
  announcer.say({ text: t(key), lang }, document.activeElement ?? document.documentElement);
}

function startCards({ site, labelOf, definitions, onOver, ...options }: CardOptions, host: CardHost): CardOpener {
  const announcer = createAnnouncer(host, options.signal);
  const cards = createCards({
    host,
    announcer,
    texts: () => browserTextSource(definitions()),
    site,
    labelOf,
    onReleased: () => hover.closed(),
    signal: options.signal,
  });
  const hover = createHover({
    ...options,
    isOnCard: (event) => cards.contains(event),
    distanceToCard: (x, y) => cards.distanceTo(x, y),
    onOver(occurrence) {
      onOver(occurrence);
      if (occurrence) cards.prefetch(occurrence.key);
    },
    onOpen(occurrence, opening) {
      void cards.open(occurrence, opening);
      tellOpened(occurrence).catch(() => undefined);
    },
    onClose: () => cards.close(),
  });
  return {
    reveal: (occurrence) => bringIntoView(occurrence, true),
    open(occurrence) {
      bringIntoView(occurrence, false);
      hover.open(occurrence);
    },
    openAt: hover.openAt,
    repaint: cards.repaint,
    announceStep(occurrence, place, count) {
      if (!occurrence) return say(announcer, 'announceNoTerms');
      const { t, number, lang } = createText(browserTextSource());
      const text = t('announceTerm', occurrence.label, number(place), number(count));
      announcer.say({ text, lang }, occurrence.range.startContainer);
    },
  };
}
