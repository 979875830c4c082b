// Gives elements ids that no other has in the same root.
import { useState } from 'preact/hooks';

let count = 0;

/** An id for one element of a component. Preact's own are the same in each of several cards, which share a root. */
export function useUniqueId(): string {
  return useState(() => `id-${++count}`)[0];
}
