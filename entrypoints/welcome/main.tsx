// Opens the page that is shown once, at installation, and reads it as any page is read.
import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/page.css';
import './welcome.css';
import { TextProvider } from '../../components/text.tsx';
import { openPage } from '../shared/page.ts';
import { Welcome } from './Welcome.tsx';

const commands = await browser.commands.getAll();

openPage('welcomeTitle', (texts) => (
  <TextProvider source={texts}>
    <Welcome keyOf={(name) => commands.find((command) => command.name === name)?.shortcut ?? ''} />
  </TextProvider>
));
lightPage();

/** Browsers run content scripts in no page of an extension, so this one has them as ordinary scripts. */
function lightPage(): void {
  document.head.append(Object.assign(document.createElement('script'), { src: '/card.js' }));
  for (const { css = [], js = [] } of browser.runtime.getManifest().content_scripts ?? []) {
    for (const file of css)
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `/${file}` }));
    for (const file of js) document.head.append(Object.assign(document.createElement('script'), { src: `/${file}` }));
  }
}
