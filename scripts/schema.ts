// Writes public/glossary.schema.json, the JSON Schema of glossary files, from the schema that validates them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_DIR } from './command-line.ts';
import { glossaryJsonSchema } from './json-schema.ts';

const FILE = 'public/glossary.schema.json';

writeFileSync(join(PROJECT_DIR, FILE), glossaryJsonSchema());
console.log(`Wrote ${FILE}.`);
