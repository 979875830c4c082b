// The panel by the keyboard alone: from a quotation to a term and on, and back; terms saved on their view, reviewed, an answer
// taken back, taken out and put back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFaults } from './axe.ts';
import { readDownloads } from './downloads.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';
import { openPanelPage, type PanelPage } from './panel-page.ts';

const WAIT = { timeout: 15_000, interval: 50 };

describe.each(BROWSERS)('in %s', (name) => {
  let browser: TestBrowser;
  let panel: PanelPage;

  beforeAll(async () => {
    browser = await startBrowser(name);
    panel = await openPanelPage(browser);
  });
  afterAll(() => browser?.close());

  const text = () => panel.text();
  const focused = () => panel.focused();
  const save = async (id: string) => {
    await panel.show(`?term=${id}`);
    await panel.use('.save-button[aria-pressed="false"]');
    await expect.poll(() => panel.evaluate('document.querySelector(".save-button").ariaPressed'), WAIT).toBe('true');
  };

  it('leads from a quotation to a term, from there to a further one, back and forward', async () => {
    const heading = () => panel.evaluate('document.querySelector("h1").textContent');
    const expectFocused = (label: string) =>
      expect.poll(async () => [await heading(), await focused()], WAIT).toEqual([label, label]);
    await panel.show('?view=quotations');
    await panel.use('a.lit[href*="saas"]');
    await expectFocused('SaaS');
    await expect.poll(() => panel.evaluate('document.querySelector(".term-further a") !== null'), WAIT).toBe('true');
    const further = await panel.evaluate('document.querySelector(".term-further a").textContent');
    await panel.use('.term-further a');
    await expectFocused(further);
    await panel.use('[aria-label="Back"]');
    await expectFocused('SaaS');
    await panel.use('[aria-label="Forward"]');
    await expectFocused(further);
  });

  it('saves terms, reviews them, takes an answer back, and says when each comes again', async () => {
    await save('saas');
    await save('paas');
    await panel.show('?view=saved');
    await expect.poll(text, WAIT).toMatch(/2 terms due for review.*PaaS.*due.*SaaS.*due/s);
    await panel.use('.tools .button');
    await expect.poll(focused, WAIT).toBe('Show the meaning');
    expect(await text()).toMatch(/1 of 2\s*SaaS/);
    expect(await text()).not.toContain('Software rented');
    await panel.press('Enter');
    await expect.poll(focused, WAIT).toMatch(/Good\s*10 min/);
    expect(await text()).toMatch(/Software rented.*Again\s*1 min\s*Hard\s*6 min\s*Good\s*10 min\s*Easy\s*\d+ days/s);
    if (panel.page) expect(await findFaults(panel.page)).toEqual([]);
    await panel.press('4');
    await expect.poll(text, WAIT).toMatch(/2 of 2\s*PaaS/);

    await panel.use('.review .tools .button'); // Undo the last answer
    await expect.poll(text, WAIT).toMatch(/1 of 2\s*SaaS.*Software rented/s);
    await expect.poll(focused, WAIT).toMatch(/Good/);
    await panel.press('1');
    await expect.poll(focused, WAIT).toBe('Show the meaning');
    await panel.press('Enter');
    await expect.poll(focused, WAIT).toMatch(/Good/);
    await panel.press('4');
    await expect.poll(text, WAIT).toContain('Done: 2 terms reviewed.');
    await expect.poll(focused, WAIT).toBe('End the review');
    await panel.press('Enter');
    await expect.poll(text, WAIT).toMatch(/Nothing due for review now.*PaaS\s*in \d+ days.*SaaS\s*in 1 min/s);
  });

  it('takes a saved term out, and puts it back as it was', async () => {
    await panel.use('[aria-label="Remove PaaS"]');
    await expect.poll(focused, WAIT).toBe('Undo');
    await expect.poll(text, WAIT).not.toMatch(/PaaS\s*in/);
    await panel.press('Enter');
    await expect.poll(text, WAIT).toMatch(/PaaS\s*in \d+ days/);
    await expect.poll(focused, WAIT).toBe('Saved');
  });

  it('removes all only after it has asked, and puts them back from another view, as far as they were learned', async () => {
    await panel.use('.saved-terms + .tools > .button');
    await expect.poll(text, WAIT).toContain('Remove 2 saved terms, and how far you have learned them?');
    await expect.poll(focused, WAIT).toBe('Cancel');
    await panel.press('Enter');
    await expect.poll(focused, WAIT).toBe('Remove all…');
    await panel.press('Enter');
    await panel.use('.confirmation .button');
    await expect.poll(text, WAIT).toMatch(/No terms saved[\s\S]*2 saved terms removed\s*Undo/);
    await expect.poll(focused, WAIT).toBe('Undo');
    await panel.use('.panel-nav li:nth-child(2) a');
    await expect.poll(focused, WAIT).toBe('Quotes');
    await panel.use('.undo-bar button');
    await expect.poll(text, WAIT).not.toContain('removed');
    await expect.poll(focused, WAIT).toBe('Quotes');
    await panel.use('.panel-nav li:nth-child(3) a');
    await expect.poll(text, WAIT).toMatch(/PaaS\s*in \d+ days.*SaaS\s*in 1 min/s);
  });

  it('puts what can be taken back away when it is asked to', async () => {
    await panel.use('[aria-label="Remove PaaS"]');
    await expect.poll(focused, WAIT).toBe('Undo');
    await panel.use('.undo-bar [aria-label="Close"]');
    await expect.poll(text, WAIT).not.toContain('Undo');
    await expect.poll(focused, WAIT).toBe('Saved');
    await save('paas');
    await panel.show('?view=saved');
  });

  it.each([
    ['Anki', 'txt', /^#separator:tab\n.*\nSaaS\tSoftware rented/s],
    ['CSV', 'csv', /^\ufeffTerm,Meaning,.*\r\nSaaS,Software rented/s],
    ['Markdown', 'md', /^## PaaS\n.*## SaaS\n\nSoftware rented/s],
  ])('writes them to a file for %s', async (format, ending, content) => {
    const place = ['Anki', 'CSV', 'Markdown'].indexOf(format) + 1;
    await panel.use(`.export button:nth-of-type(${place})`);
    const file = expect.stringMatching(`^termlight-saved-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`);
    const saved = { name: file, text: expect.stringMatching(content) };
    await expect.poll(() => readDownloads(browser), WAIT).toContainEqual(saved);
  });
});
