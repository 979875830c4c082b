// Opens the options page.
import '../../components/tokens.css';
import '../../components/page.css';
import './options.css';
import { TextProvider } from '../../components/text.tsx';
import { openPage } from '../shared/page.ts';
import { readOwnPage } from '../shared/read-own-page.ts';
import { Options } from './Options.tsx';

openPage('optionsTitle', (texts) => (
  <TextProvider source={texts}>
    <Options />
  </TextProvider>
));
readOwnPage();
