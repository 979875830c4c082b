// Opens the options page: what the reader has switched off, which glossaries there are, and privacy.
import { render } from 'preact';
import '../../components/tokens.css';
import '../../components/page.css';
import './options.css';
import { TextProvider } from '../../components/text.tsx';
import { preparePage } from '../shared/page.ts';
import { Options } from './Options.tsx';

const { source, root } = preparePage('optionsTitle');

render(
  <TextProvider source={source}>
    <Options />
  </TextProvider>,
  root,
);
