import { describe, expect, it } from 'vitest';
import { type Box, besideLine, insideOf } from '../../entrypoints/card/card-position.ts';

const VIEW: Box = { x: 0, y: 0, width: 800, height: 600 };
const CARD = { width: 300, height: 200 };
const LEVEL = { isVertical: false, isRightToLeft: false };
const word = (x: number, y: number): Box => ({ x, y, width: 60, height: 20 });
const place = (line: Box, card = CARD, flow = LEVEL, view = VIEW) => besideLine(line, card, view, flow);

describe('a card', () => {
  it('stands below the line, flush with its beginning', () => {
    expect(place(word(100, 100))).toMatchObject({ x: 100, y: 126 });
  });

  it('stands above where there is no room below', () => {
    expect(place(word(100, 500))).toMatchObject({ x: 100, y: 294 });
  });

  it('stands on the side with more room where it fits on neither, and no higher than that is', () => {
    const tall = { width: 300, height: 500 };
    expect(place(word(100, 200), tall)).toMatchObject({ y: 226, maxHeight: 366 });
    expect(place(word(100, 400), tall)).toMatchObject({ y: 8, maxHeight: 386 });
  });

  it('covers the line where neither side has room to read in', () => {
    const low = { ...VIEW, height: 200 };
    expect(place(word(100, 90), { width: 300, height: 180 }, LEVEL, low)).toMatchObject({ y: 12, maxHeight: 184 });
  });

  it('is moved sideways into the view, also into one that is pinched larger', () => {
    expect(place(word(700, 100)).x).toBe(492);
    expect(place(word(-30, 100)).x).toBe(8);
    expect(place(word(100, 100), CARD, LEVEL, { x: 200, y: 50, width: 400, height: 400 }).x).toBe(208);
  });

  it('begins at the right where text does', () => {
    expect(place(word(400, 100), CARD, { isVertical: false, isRightToLeft: true }).x).toBe(160);
  });

  it('stands at a side of vertical text, which is read downwards, or below where both are narrow', () => {
    const column: Box = { x: 400, y: 100, width: 20, height: 60 };
    const vertical = { isVertical: true, isRightToLeft: false };
    expect(place(column, CARD, vertical)).toMatchObject({ x: 94, y: 100 });
    expect(place({ ...column, x: 100 }, CARD, vertical)).toMatchObject({ x: 126, y: 100 });
    expect(place({ ...column, x: 150 }, CARD, vertical, { ...VIEW, width: 330 })).toMatchObject({ x: 22, y: 166 });
  });

  it('goes out of sight with its line', () => {
    expect(place(word(100, -400)).y).toBe(-374);
    expect(place(word(100, 900)).y).toBe(694);
  });
});

it('keeps what is too large for the view at its upper left', () => {
  expect(insideOf(VIEW, { x: 50, y: 50 }, { width: 900, height: 700 })).toEqual({ x: 0, y: 0 });
});
