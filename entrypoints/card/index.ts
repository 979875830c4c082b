// The code of cards, which the browser loads into a document when something is lit there.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { bringCards, type CardOpener, type CardOptions } from '../content/card-loader.ts';
import { browserTextSource } from '../shared/text-source.ts';
import { createCards } from './cards.tsx';
import { createHover } from './hover.ts';
import { tellOpened } from './tell-opened.ts';

export default defineUnlistedScript(() => bringCards(startCards));

function startCards({ site, labelOf, definitions, onOver, ...options }: CardOptions): CardOpener {
  const cards = createCards({
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
  return { ...hover, repaint: cards.repaint };
}
