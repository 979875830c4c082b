// What hangs on a text is told once, and what has gone is kept by nothing.
import { expect, it } from 'vitest';
import { createHangingBlocks } from '../../entrypoints/content/hanging-blocks.ts';

const text = () => ({}) as Text;

it('tells of a block once for each text that it hangs on', () => {
  const hanging = createHangingBlocks<{ name: string }>();
  const [first, second, block] = [text(), text(), { name: 'block' }];
  hanging.add(block, [first, second]);
  expect([hanging.takeFrom(first), hanging.takeFrom(first), hanging.takeFrom(second)]).toEqual([[block], [], [block]]);
});

it('keeps none of the blocks that have come and gone beside a text that never changes', () => {
  const hanging = createHangingBlocks<{ name: string }>();
  const [neighbour, last] = [text(), { name: 'last' }];
  for (let count = 0; count < 1000; count++) {
    const block = { name: `block ${count}` };
    hanging.add(block, [neighbour]);
    hanging.forget(block);
  }
  hanging.add(last, [neighbour]);
  expect(hanging.takeFrom(neighbour)).toEqual([last]);
});
