// The script that is there before the page's own: all it does is listen first.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { openEar } from '../content/early-events.ts';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main: () => void openEar(),
});
