// Whether the panel stands in a private window, as a Preact hook.
import { useEffect, useState } from 'preact/hooks';
import { isInPrivateWindow } from '../shared/private-window.ts';

/** `null` until it is known. */
export function useIsPrivate(): boolean | null {
  const [isPrivate, setPrivate] = useState<boolean | null>(null);
  useEffect(() => void isInPrivateWindow().then(setPrivate), []);
  return isPrivate;
}
