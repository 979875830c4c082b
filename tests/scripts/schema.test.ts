// The JSON Schema in public/ is the one that validates, and says what each field is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_DIR } from '../../scripts/command-line.ts';
import { describedPaths, glossaryJsonSchema } from '../../scripts/json-schema.ts';

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

function findDescribed(node: Node, path = ''): string[] {
  const own = node.description !== undefined && path ? [path] : [];
  const fields = Object.entries(node.properties ?? {}).flatMap(([name, child]) =>
    findDescribed(child, path ? `${path}.${name}` : name),
  );
  return [...own, ...fields, ...(node.items ? findDescribed(node.items, `${path}[]`) : [])];
}

it('public/glossary.schema.json is up to date (npm run schema writes it)', () => {
  expect(readFileSync(join(PROJECT_DIR, 'public/glossary.schema.json'), 'utf8')).toBe(glossaryJsonSchema());
});

it('every description belongs to a field that is there', () => {
  const schema = JSON.parse(glossaryJsonSchema()) as Node;
  expect(findDescribed(schema).sort()).toEqual([...describedPaths].sort());
});
