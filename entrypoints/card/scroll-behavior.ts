// How a page is scrolled on the reader's behalf.

/** At once where the reader prefers less motion. */
export function scrollBehavior(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}
