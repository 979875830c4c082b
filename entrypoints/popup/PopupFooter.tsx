// The popup's last lines: the switch for this site, a pause, how many terms the page has, the ways to panel and options.
import { Switch } from '../../components/Switch.tsx';
import { useText } from '../../components/text.tsx';
import type { Settings } from '../shared/settings.ts';
import { PauseLine } from './PauseLine.tsx';

interface PopupFooterProps {
  /** How many terms are lit on the page, or `null` where it cannot be read. */
  readonly count: number | null;
  /** The page's host name, or `null` for a page of no site. */
  readonly site: string | null;
  readonly isOn: boolean;
  /** Whether the window is private: no site is remembered there. */
  readonly isPrivate: boolean;
  readonly pausedUntil: Settings['pausedUntil'];
  readonly onSwitch: (on: boolean) => void;
  readonly onPause: (until: Settings['pausedUntil']) => void;
  readonly onSidePanel: () => void;
  readonly onOptions: () => void;
}

/** Quiet, and always in view. */
export function PopupFooter(props: PopupFooterProps) {
  const { count, site, isOn, isPrivate, pausedUntil, onSwitch, onPause, onSidePanel, onOptions } = props;
  const { t, tn } = useText();
  return (
    <footer class="popup-footer">
      {isPrivate && <p class="secondary">{t('sitePrivate')}</p>}
      {site !== null && !isPrivate && <Switch label={t('siteSwitch', site)} checked={isOn} onChange={onSwitch} />}
      <PauseLine pausedUntil={pausedUntil} onPause={onPause} />
      <div class="popup-line">
        <span class="secondary">{count !== null && tn('termsOnPage', count)}</span>
        <button type="button" class="text-button" onClick={onSidePanel}>
          {t('openSidePanel')}
        </button>
        <button type="button" class="text-button" onClick={onOptions}>
          {t('openOptions')}
        </button>
      </div>
    </footer>
  );
}
