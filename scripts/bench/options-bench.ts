// How long the options page takes to open: from the navigation to the frame that shows its first settings.
import { callInPage } from '../in-page.ts';
import type { CandidateBrowser } from './candidate-browser.ts';
import { type Spread, spreadOf } from './statistics.ts';
import { withTab } from './tab.ts';

/** Milliseconds from the navigation to the frame that shows the settings as they are stored. */
export interface OptionsResult {
  readonly openMs: Spread;
}

/** Opens the page in one tab after another; the first, in which its files are read from the disk, is not counted. */
export async function benchOptions(candidate: CandidateBrowser, opens: number): Promise<OptionsResult> {
  const times: number[] = [];
  for (let index = 0; index <= opens; index++) {
    times.push(
      await withTab(candidate, async ({ page }) => {
        await page.evaluateOnNewDocument(`((__name) => (${noteSettings})())((named) => named)`);
        await page.goto(`${candidate.extensionOrigin}options.html`);
        return callInPage(page, () => (window as unknown as { shown: Promise<number> }).shown);
      }),
    );
  }
  return { openMs: spreadOf(times.slice(1)) };
}

/** Runs in the page, before anything else. */
function noteSettings(): void {
  const shown = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('[role="radiogroup"]')) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });
  Object.assign(window, { shown });
}
