// Finds surface forms that two terms claim, where nothing on a page could tell which of the two is meant.
import { type SurfaceForm, surfaceForms } from './compile.ts';
import type { Term } from './model.ts';

interface Claim extends SurfaceForm {
  readonly term: Term;
}

/** The first form that two terms have in common, as `TERM-ID: what is wrong`. Terms that weigh the page's words may share one. */
export function findFormConflicts(terms: readonly Term[]): string[] {
  const claims = new Map<string, Claim[]>();
  return terms.flatMap((term) => {
    const rivals = new Map<string, string>(); // term id to the first form that both have
    for (const form of surfaceForms(term)) {
      const folded = form.text.toLowerCase();
      const earlier = claims.get(folded) ?? [];
      const rival = earlier.find((claim) => isConflict(claim, { ...form, term }))?.term.id;
      if (rival !== undefined && !rivals.has(rival)) rivals.set(rival, form.text);
      claims.set(folded, [...earlier, { ...form, term }]);
    }
    return [...rivals].map(
      ([rival, text]) => `${term.id}: its form “${text}” stands for ${rival} too, with nothing to tell them apart`,
    );
  });
}

/** Two case-sensitive forms meet only if they are written alike; any other pair meets whatever its case. */
function isConflict(a: Claim, b: Claim): boolean {
  if (a.term.id === b.term.id) return false;
  const canMeet = a.text === b.text || !a.caseSensitive || !b.caseSensitive;
  return canMeet && !(weighsEvidence(a.term) && weighsEvidence(b.term));
}

/** Such a term is lit only where the page's words allow it, so another may have the form elsewhere. */
function weighsEvidence({ evidence = 'none', senses }: Term): boolean {
  return evidence === 'required' && senses.some(({ cues = [] }) => cues.length > 0);
}
