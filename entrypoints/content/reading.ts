// The reading of a document while its site is lit: a first look whether it may hold a term, and only then a session.
import type { Settings } from '../shared/settings.ts';
import { startFirstLook } from './first-look.ts';
import { watchHeldKey } from './held-key.ts';
import { type Session, type SessionOptions, startSession } from './session.ts';

/** The reading of a document. */
export interface Reading {
  /** The session, once there is one. */
  readonly session: Session | null;
  /** Starts the session now, whether or not a term has been found: something is asked for that only a session knows. */
  begin(): Session;
  /** Takes over changed settings; the page follows at once. */
  applySettings(settings: Settings): void;
  /** To be called about once a second: finds what no change of the page tells of. */
  lookAround(): void;
}

/** What a reading works with. */
export type ReadingOptions = Omit<SessionOptions, 'heldKey'>;

/** Starts to read; it ends, and leaves nothing on the page, when the signal aborts. */
export function startReading({ forms, settings: settingsNow, signal, ...options }: ReadingOptions): Reading {
  let settings = settingsNow;
  let session: Session | null = null;
  const heldKey = watchHeldKey(
    {
      onHeld: (pointer) => begin().onKey.onHeld(pointer), // so no session begins while it is held
      onMove: (pointer) => session?.onKey.onMove(pointer),
      onReleased: () => session?.onKey.onReleased(),
    },
    signal,
  );

  let lookEnd = new AbortController();
  const look = () => {
    lookEnd = new AbortController();
    return startFirstLook({
      ...{ forms, levels: settings.levels, onFound: begin },
      onWorked: options.onWorked,
      signal: lookEnd.signal,
    });
  };
  signal.addEventListener('abort', () => lookEnd.abort());

  function begin(): Session {
    lookEnd.abort();
    session ??= startSession({ ...options, forms, settings, heldKey, signal });
    return session;
  }
  let firstLook = look();

  return {
    get session() {
      return session;
    },
    begin,
    applySettings(changed) {
      const isSoughtAnew = String(changed.levels) !== String(settings.levels);
      settings = changed;
      session?.applySettings(settings);
      if (session || !isSoughtAnew) return;
      lookEnd.abort();
      firstLook = look();
    },
    lookAround: () => (session ?? firstLook).lookAround(),
  };
}
