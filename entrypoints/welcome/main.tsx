// Opens the page that is shown once, at installation, and reads it as any page is read.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/page.css';
import './welcome.css';
import { TextProvider } from '../../components/text.tsx';
import { preparePage } from '../shared/page.ts';
import { Welcome } from './Welcome.tsx';

const { source, root } = preparePage('welcomeTitle');
const commands = await browser.commands.getAll();

render(
  <TextProvider source={source}>
    <Welcome keyOf={(name) => commands.find((command) => command.name === name)?.shortcut ?? ''} />
  </TextProvider>,
  root,
);
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
