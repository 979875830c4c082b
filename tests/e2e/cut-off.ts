// Finds what is cut off: on a page of the extension, or in the card.

/** What stands out of the window to the side, and what hides a part of its own text, or has no room for it. Runs in the page: it stands for itself. */
export function findCutOff(root: ParentNode = document): string[] {
  return [...root.querySelectorAll<HTMLElement>('body *, [role="dialog"], [role="dialog"] *')]
    .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden'))
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      const { overflowX, overflowY, position, webkitLineClamp } = getComputedStyle(element);
      const isClipped = element.scrollWidth > element.clientWidth + 1 && overflowX !== 'visible';
      const isPlaced = position === 'absolute' && element.localName === 'li'; // rows, of which the next begins below
      const isLow =
        element.scrollHeight > element.clientHeight + 1 &&
        (overflowY === 'hidden' || overflowY === 'clip' || isPlaced) &&
        webkitLineClamp === 'none'; // which cuts long texts of pages on purpose
      return left < -1 || right > innerWidth + 1 || isClipped || isLow;
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 160));
}
