// Opens the page that is shown once, at installation, and reads it as any page is read.
import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/page.css';
import './welcome.css';
import { TextProvider } from '../../components/text.tsx';
import { openPage } from '../shared/page.ts';
import { readOwnPage } from '../shared/read-own-page.ts';
import { Welcome } from './Welcome.tsx';

const commands = await browser.commands.getAll();

openPage('welcomeTitle', (texts) => (
  <TextProvider source={texts}>
    <Welcome keyOf={(name) => commands.find((command) => command.name === name)?.shortcut ?? ''} />
  </TextProvider>
));
readOwnPage();
