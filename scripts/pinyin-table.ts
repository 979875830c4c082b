// Writes the table of syllables that the search reads pinyin with: `node --import tsx scripts/pinyin-table.ts`.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { pinyin, polyphonic } from 'pinyin-pro';

/** Where the table is kept; it is generated, and a test compares the two. */
export const PINYIN_TABLE_FILE = new URL('../glossary/search-pinyin-table.json', import.meta.url);

interface Readers {
  readonly common: string[];
  readonly others: string[];
}

/**
 * The table as JSON: each syllable without its tone, ü as v, to the characters that are read so, and behind a bar those
 * that can be read so beside their common reading.
 */
export function pinyinTableJson(): string {
  const readersOf = new Map<string, Readers>();
  for (const character of commonCharacters()) {
    const [common, ...others] = syllablesOf(character);
    if (common) readers(readersOf, common).common.push(character);
    for (const syllable of others) readers(readersOf, syllable).others.push(character);
  }
  const lines = [...readersOf].sort().map(([syllable, { common, others }]) => {
    const bar = others.length ? '|' : '';
    return `  "${syllable}": "${common.join('')}${bar}${others.join('')}"`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

function readers(readersOf: Map<string, Readers>, syllable: string): Readers {
  const known = readersOf.get(syllable) ?? { common: [], others: [] };
  readersOf.set(syllable, known);
  return known;
}

/** Every way to read a character, the common one first. */
function syllablesOf(character: string): string[] {
  const common = pinyin(character, { toneType: 'none' });
  const all = polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? [];
  const plain = [common, ...all].map((syllable) => syllable.replace(/ü/g, 'v'));
  return [...new Set(plain)].filter((syllable) => /^[a-z]+$/.test(syllable));
}

/** The characters of everyday simplified (GB 2312) and traditional (the first level of Big5) text, about 10,000. */
function commonCharacters(): string[] {
  const simplified = decodeRows('gb18030', 0xb0, 0xf7, 0xa1);
  const traditional = decodeRows('big5', 0xa4, 0xc6, 0x40);
  return [...new Set([...simplified, ...traditional])].filter((text) => /^[\u4e00-\u9fff]$/.test(text)).sort();
}

function decodeRows(encoding: string, firstRow: number, lastRow: number, firstCell: number): string[] {
  const decoder = new TextDecoder(encoding);
  const found: string[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    for (let cell = firstCell; cell <= 0xfe; cell++) found.push(decoder.decode(new Uint8Array([row, cell])));
  }
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(PINYIN_TABLE_FILE, pinyinTableJson());
