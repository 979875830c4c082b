// Opens the toolbar popup: the search, this page's terms, and the switch for this site.
import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/page.css';
import '../../components/search.css';
import './popup.css';
import { TextProvider } from '../../components/text.tsx';
import { openPage } from '../shared/page.ts';
import { Popup } from './Popup.tsx';

const inTab = (await browser.tabs.getCurrent()) !== undefined;
document.documentElement.classList.toggle('in-tab', inTab);
// Asked for now: opening the panel must not wait for anything once the reader has pressed a key.
const windowId = (await browser.windows.getCurrent()).id ?? browser.windows.WINDOW_ID_CURRENT;

openPage('extensionName', (texts) => (
  <TextProvider source={texts}>
    <Popup windowId={windowId} onDone={inTab ? undefined : () => window.close()} />
  </TextProvider>
));
