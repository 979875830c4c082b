import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAfterFrame } from '../../entrypoints/content/after-frame.ts';

let drawFrame: () => void;
let end: AbortController;
const action = vi.fn();
let later: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  const callbacks: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => callbacks.push(callback));
  drawFrame = () => {
    for (const callback of callbacks.splice(0)) callback();
  };
  end = new AbortController();
  action.mockClear();
  later = createAfterFrame(action, end.signal);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('runs once, in the turn after the frame', () => {
  later();
  drawFrame();
  expect(action).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(action).toHaveBeenCalledTimes(1);
});

it('waits no longer when it is called again, and does not run once more when the frame comes', () => {
  later();
  later();
  expect(action).toHaveBeenCalledTimes(1);
  drawFrame();
  vi.runAllTimers();
  expect(action).toHaveBeenCalledTimes(1);
});

it('waits for a frame again after it has run', () => {
  later();
  drawFrame();
  vi.runAllTimers();
  later();
  expect(action).toHaveBeenCalledTimes(1);
  drawFrame();
  vi.runAllTimers();
  expect(action).toHaveBeenCalledTimes(2);
});

it('does not run after the end', () => {
  later();
  end.abort();
  drawFrame();
  vi.runAllTimers();
  expect(action).not.toHaveBeenCalled();
});
