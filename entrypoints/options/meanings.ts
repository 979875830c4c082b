// The terms that mean something else on a site, as a flat list, and how one is taken back.
import type { TermKey } from '../../glossary/model.ts';
import type { Settings } from '../shared/settings.ts';

/** A term that means something else on a site. */
export interface OtherMeaning {
  readonly site: string;
  readonly key: TermKey;
}

/** All of them, site by site. */
export function meaningsOf({ otherMeanings }: Settings): OtherMeaning[] {
  return Object.entries(otherMeanings).flatMap(([site, keys]) => keys.map((key) => ({ site, key })));
}

/** The settings without one of them; a site with none left is dropped. */
export function withoutMeaning({ otherMeanings }: Settings, { site, key }: OtherMeaning): Partial<Settings> {
  const { [site]: keys = [], ...others } = otherMeanings;
  const left = keys.filter((other) => other !== key);
  return { otherMeanings: left.length ? { ...others, [site]: left } : others };
}
