// Opens the side panel (in Firefox the sidebar): the terms of this page, one term at length, and what is found for a text.
import '../../components/tokens.css';
import '../../components/page.css';
import '../../components/search.css';
import '../../components/term.css';
import '../../components/history.css';
import '../../components/saved.css';
import '../../components/term-form.css';
import './sidepanel.css';
import { TextProvider } from '../../components/text.tsx';
import { openPage } from '../shared/page.ts';
import { SidePanel } from './SidePanel.tsx';

openPage('extensionName', (texts) => (
  <TextProvider source={texts}>
    <SidePanel />
  </TextProvider>
));
