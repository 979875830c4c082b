// The first page's content: a text with lit terms, and what can be done with them.
import type { ComponentChildren } from 'preact';
import { useText } from '../../components/text.tsx';

interface WelcomeProps {
  /** The key of a command of the manifest, as the browser writes it; empty where it has none. */
  readonly keyOf: (command: string) => string;
}

/** Shows, and asks nothing. */
export function Welcome({ keyOf }: WelcomeProps) {
  const { t } = useText();
  return (
    <main class="welcome">
      <h1>{t('welcomeTitle')}</h1>
      <p class="welcome-try">{t('welcomeTry')}</p>
      <p class="welcome-text">{t('welcomeText')}</p>
      <dl>
        <Gesture name={t('welcomePoint')}>{t('welcomePointHint')}</Gesture>
        <Gesture name={t('welcomeShift')}>{t('welcomeShiftHint')}</Gesture>
        <Gesture name={t('welcomeSelect')} keys={[keyOf('open-card')]}>
          {t('welcomeSelectHint')}
        </Gesture>
        <Gesture name={t('welcomeWalk')} keys={[keyOf('next-term'), keyOf('previous-term')]}>
          {t('welcomeWalkHint')}
        </Gesture>
        <Gesture name={t('welcomePanel')} keys={[keyOf('open-side-panel')]}>
          {t('welcomePanelHint')}
        </Gesture>
        <Gesture name={t('welcomeButton')}>{t('welcomeButtonHint')}</Gesture>
      </dl>
      <p class="secondary">{t('welcomePrivacy')}</p>
    </main>
  );
}

interface GestureProps {
  readonly name: string;
  readonly keys?: readonly string[];
  readonly children: ComponentChildren;
}

function Gesture({ name, keys = [], children }: GestureProps) {
  return (
    <div>
      <dt>
        {name}
        {keys.filter(Boolean).map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd class="secondary">{children}</dd>
    </div>
  );
}
