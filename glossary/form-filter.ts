// Tells at little cost whether a form may stand at a place: by the hash of a token or two, then by its characters.
import { type FormTable, type TermHead, withHash } from './form-table.ts';
import { readTokenFilter } from './token-filter.ts';
import { isWordCharacter, plainText } from './tokens.ts';

/** What some forms begin with. */
export interface FormFilter {
  /** Whether a form may begin with the one or two tokens of this hash; it says yes to all forms, and now and then to a stranger. */
  has(hash: number): boolean;
  /** Whether a form that is sought does. */
  begins(hash: number): boolean;
  /** What is left of such forms, from the place on where their first token stands, when the text ends. */
  restsAt(hash: number, text: string, start: number): readonly FormRest[];
}

/** What is left of a form where a text ended. */
export interface FormRest {
  /** In lower case unless its capitals count; empty: the form stands in the text. */
  readonly text: string;
  readonly isExact: boolean;
}

/** Of the forms of all terms that are sought. */
export function createFormFilter(table: FormTable, isSought: (term: TermHead) => boolean = () => true): FormFilter {
  const { hashes, termOf, terms, caseSensitive } = table;
  const soughtTerms = terms.map(isSought);
  let texts: readonly string[] | undefined;
  const soughtWith = (hash: number) => withHash(hashes, hash).filter((form) => soughtTerms[termOf[form] as number]);
  return {
    has: readTokenFilter(table.filter).has,
    begins: (hash) => soughtWith(hash).length > 0,
    restsAt(hash, text, start) {
      texts ??= table.texts.split('\n');
      const rests = soughtWith(hash).map((form) =>
        toRest((texts as string[])[form] as string, caseSensitive[form] === '1'),
      );
      return rests.flatMap((rest) => followRest(rest, text.slice(start, start + 2 * rest.text.length + ROOM_FOR_GAPS)));
    },
  };
}

/** A form from its first token on. */
function toRest(form: string, isExact: boolean): FormRest {
  let at = 0;
  while (at < form.length && !isWordCharacter(form.charAt(at))) at++;
  const text = form.slice(at);
  return { text: isExact ? text : text.toLowerCase(), isExact };
}

/** Lines that are indented by more than this, in UTF-16, part a form in sources that few people write. */
const ROOM_FOR_GAPS = 200;

/** What is left of a form after a text that goes on with it: nothing in the list if the text goes on with something else. */
export function followRest({ text: form, isExact }: FormRest, followed: string): FormRest[] {
  const text = isExact ? plainText(followed) : plainText(followed).toLowerCase();
  let at = 0;
  let place = 0;
  for (;;) {
    // What may stand in a gap is passed over.
    while (isInGap(form.charCodeAt(at))) at++;
    while (isInGap(text.charCodeAt(place))) place++;
    if (at >= form.length || place >= text.length) return [{ text: form.slice(at), isExact }];
    if (form.charCodeAt(at++) !== text.charCodeAt(place++)) return [];
  }
}

/** White space and hyphens, which stand for one another in a form. */
function isInGap(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x2d ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x2011) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680
  );
}
