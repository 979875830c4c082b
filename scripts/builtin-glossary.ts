// Assembles the built-in glossary from its parts: one head, the words of its topics, and one JSON file a term.
import { readdirSync, readFileSync } from 'node:fs';
import type { Glossary, GlossaryHead, Term } from '../glossary/model.ts';
import { withTraditionalForms } from './traditional-forms.ts';

/** The words of the glossary's field and of others: glossary/topics.json. */
type TopicWords = Pick<Glossary, 'cues' | 'otherTopics'>;

const GLOSSARY_DIR = new URL('../glossary/', import.meta.url);

function readJson<T>(path: string): T {
  const url = new URL(path, GLOSSARY_DIR);
  try {
    return JSON.parse(readFileSync(url, 'utf8')) as T;
  } catch (error) {
    throw new Error(`glossary/${path}: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * The built-in glossary as one glossary file, with the traditional spellings of its simplified forms. Terms are sorted
 * by id. Not validated here.
 */
export function builtinGlossary(): Glossary {
  const files = readdirSync(new URL('terms/', GLOSSARY_DIR)).filter((name) => name.endsWith('.json'));
  const terms = files.sort().map((name) => readJson<Term>(`terms/${name}`));
  return {
    ...readJson<GlossaryHead>('head.json'),
    ...readJson<TopicWords>('topics.json'),
    terms: withTraditionalForms(terms),
  };
}
