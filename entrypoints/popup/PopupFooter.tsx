// The popup's last lines: the switch for this site, how many terms the page has, and the ways to panel and options.
import { Switch } from '../../components/Switch.tsx';
import { useText } from '../../components/text.tsx';

interface PopupFooterProps {
  /** How many terms are lit on the page, or `null` where it cannot be read. */
  readonly count: number | null;
  /** The page's host name, or `null` for a page of no site. */
  readonly site: string | null;
  readonly isOn: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly onSidePanel: () => void;
  readonly onOptions: () => void;
}

/** Quiet, and always in view. */
export function PopupFooter({ count, site, isOn, onSwitch, onSidePanel, onOptions }: PopupFooterProps) {
  const { t, tn } = useText();
  return (
    <footer class="popup-footer">
      {site !== null && <Switch label={t('siteSwitch', site)} checked={isOn} onChange={onSwitch} />}
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
