// The JSON Schema of glossary files: the rules from the schema that validates them, the descriptions from here.
import { toJsonSchema } from '@valibot/to-json-schema';
import { glossarySchema } from '../glossary/validate.ts';

/** A field's path, `[]` for the members of a list, to what an editor shows about it. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  $schema: 'The address of this schema.',
  format: 'Marks the file as a Termlight glossary.',
  version: 'The version of the format.',
  id: 'Names the glossary: letters and digits, joined by hyphens, full stops or plus signs.',
  title: 'What readers call the glossary: BCP 47 language tag to text, at least one language.',
  revision: 'Changes whenever the content does.',
  source: 'Where the quotations come from, unless they say otherwise.',
  'source.date': 'As given by the source: a year, a month or a day.',
  'source.attribution': 'Whom to credit, and the terms of reuse.',
  cues: 'Words of the field that the glossary is about; they speak softly for the meanings of all its terms.',
  otherTopics: 'Fields in which its words mean something else.',
  'otherTopics[].cues': 'Words that tell that a text is about that field.',
  terms: 'The terms, each with its names, its meanings and its quotations.',
  'terms[].id': 'Names the term within the glossary.',
  'terms[].label': 'The preferred name, shown as the heading of the card.',
  'terms[].kind': 'What the term names.',
  'terms[].conceptId': 'Ties synonyms in several glossaries together.',
  'terms[].aliases': 'Other names, found on pages and shown to readers.',
  'terms[].hiddenForms': 'Names that are found on pages and never shown.',
  'terms[].translations': 'BCP 47 language tag to the names in it, the preferred one first.',
  'terms[].level': 'How specialised the term is; everyday terms are not lit by default. Default: general.',
  'terms[].evidence':
    'none: lit wherever it stands; against: lit unless the page speaks for another sense; required: lit only where the page speaks for ours. Default: none, and against for an acronym of two to five capitals and digits.',
  'terms[].caseSensitive':
    'For the label and the hidden forms; every other form goes by its own shape. Default: by shape, so acronyms and forms with inner capitals are case-sensitive.',
  'terms[].senses': 'The meanings, the usual one first.',
  'terms[].senses[].definition': 'One sentence: at most 300 characters, in Chinese 120.',
  'terms[].senses[].explanation': 'More, for the side panel.',
  'terms[].senses[].since': 'What has changed since the quotations were spoken.',
  'terms[].senses[].cues': 'Words whose presence on a page speaks for this meaning.',
  'terms[].senses[].quotations': 'Attested uses, word for word.',
  'terms[].senses[].quotations[].text': 'One to three whole sentences, at most 450 characters.',
  'terms[].senses[].quotations[].speaker': 'Who said or wrote it.',
  'terms[].senses[].quotations[].question': 'The question that it answers.',
  'terms[].senses[].quotations[].section': 'The heading that it stands under.',
  'terms[].senses[].quotations[].namesTerm': 'false: it bears on the term without saying it. Default: true.',
  'terms[].senses[].quotations[].source': 'What differs from the source of the glossary.',
  'terms[].otherSenses': 'Known meanings that must stay unlit.',
  'terms[].otherSenses[].cues': 'Words whose presence on a page speaks for that meaning.',
  'terms[].related': 'Ids of terms in the same glossary.',
};

type SchemaNode = Record<string, unknown> & {
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
};

/** The schema as it stands in public/glossary.schema.json. */
export function glossaryJsonSchema(): string {
  const { $schema, ...rules } = toJsonSchema(glossarySchema) as SchemaNode;
  const described = describe(rules, '');
  const schema = {
    $schema,
    title: 'Termlight glossary',
    description: 'A set of terms, each with its meanings and the quotations that attest them. Unknown fields are kept.',
    ...described,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function describe(node: SchemaNode, path: string): SchemaNode {
  const description = DESCRIPTIONS[path];
  const properties = Object.entries(node.properties ?? {}).map(([name, child]) => {
    return [name, describe(child, path ? `${path}.${name}` : name)];
  });
  return {
    ...(description !== undefined && { description }),
    ...node,
    ...(node.properties && { properties: Object.fromEntries(properties) }),
    ...(node.items && { items: describe(node.items, `${path}[]`) }),
  };
}

/** The paths that have a description; each must exist in the schema (a test sees to it). */
export const describedPaths: readonly string[] = Object.keys(DESCRIPTIONS);
