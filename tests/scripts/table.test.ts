// Columns line up, also where Chinese stands.
import { expect, it } from 'vitest';
import { displayWidth, formatTable } from '../../scripts/table.ts';

it('pads text to the right and numbers to the left', () => {
  expect(
    formatTable(
      ['Term', 'Count', 'Why'],
      [
        ['SaaS', 2, 'cloud'],
        ['ecosystem', 12, ''],
      ],
    ),
  ).toBe(['Term       Count  Why', 'SaaS           2  cloud', 'ecosystem     12'].join('\n'));
});

it('counts a Chinese character as two columns', () => {
  expect(displayWidth('云计算 SaaS')).toBe(11);
  expect(formatTable(['Text', 'Term'], [['云', 'cloud']])).toBe('Text  Term\n云    cloud');
});
