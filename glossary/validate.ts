// Checks that unknown input is a glossary, and names every place where it is not.
import * as v from 'valibot';
import { type Fault, type FaultName, faultOf } from './faults.ts';
import type { Glossary } from './model.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]+(?:[-+.][A-Za-z0-9]+)*$/, 'faultId' satisfies FaultName));
const languageTag = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'faultLanguageTag' satisfies FaultName),
);
const localizedText = v.pipe(v.record(languageTag, text), v.minEntries(1));
const webAddress = v.pipe(v.string(), v.regex(/^https?:\/\//, 'faultWebAddress' satisfies FaultName));

const source = v.looseObject({
  title: v.optional(text),
  url: v.optional(webAddress),
  publisher: v.optional(text),
  date: v.optional(text),
  attribution: v.optional(text),
});

const quotation = v.looseObject({
  text,
  speaker: text,
  question: v.optional(text),
  section: v.optional(text),
  position: v.optional(v.number()),
  namesTerm: v.optional(v.boolean()),
  source: v.optional(source),
});

const sense = v.looseObject({
  id,
  definition: localizedText,
  explanation: v.optional(localizedText),
  since: v.optional(localizedText),
  cues: v.optional(v.array(text)),
  quotations: v.optional(v.array(quotation)),
});

const labelledCues = v.looseObject({ label: text, cues: v.array(text) });

const term = v.looseObject({
  id,
  label: text,
  kind: v.optional(v.picklist(['acronym', 'term', 'product', 'company', 'person', 'place', 'event', 'work'])),
  conceptId: v.optional(text),
  aliases: v.optional(v.array(text)),
  hiddenForms: v.optional(v.array(text)),
  translations: v.optional(v.record(languageTag, v.array(text))),
  level: v.optional(v.picklist(['everyday', 'general', 'specialist'])),
  evidence: v.optional(v.picklist(['none', 'against', 'required'])),
  caseSensitive: v.optional(v.boolean()),
  senses: v.pipe(v.array(sense), v.minLength(1)),
  otherSenses: v.optional(v.array(labelledCues)),
  related: v.optional(v.array(id)),
});

/** The glossary file as a schema; `public/glossary.schema.json` is generated from it. Unknown fields are kept. */
export const glossarySchema = v.looseObject({
  $schema: v.optional(v.string()),
  format: v.literal('termlight-glossary'),
  version: v.literal(1),
  id,
  title: localizedText,
  revision: v.optional(text),
  source: v.optional(source),
  cues: v.optional(v.array(text)),
  otherTopics: v.optional(v.array(labelledCues)),
  terms: v.array(term),
});

/** A glossary, or everything that is wrong with it. */
export type ValidationResult = { ok: true; glossary: Glossary } | { ok: false; faults: Fault[] };

/** Checks the shape of a glossary, and that no term's id stands twice. Never throws. */
export function validateGlossary(input: unknown): ValidationResult {
  const parsed = v.safeParse(glossarySchema, input);
  if (!parsed.success) return { ok: false, faults: parsed.issues.map((issue) => faultOf(issue)) };
  const glossary: Glossary = parsed.output;
  const faults = findRepeatedIds(glossary);
  return faults.length ? { ok: false, faults } : { ok: true, glossary };
}

function findRepeatedIds(glossary: Glossary): Fault[] {
  const faults: Fault[] = [];
  const indexOf = new Map<string, number>();
  glossary.terms.forEach((term, index) => {
    const earlier = indexOf.get(term.id);
    if (earlier === undefined) indexOf.set(term.id, index);
    else faults.push({ place: `terms[${index}].id`, message: 'faultRepeated', values: [`terms[${earlier}]`] });
  });
  return faults;
}
