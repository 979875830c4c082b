// The popup's last lines: the switch for this site, a pause, how many terms the page has, the ways to panel and options.
import { PauseLine } from '../../components/PauseLine.tsx';
import { Switch } from '../../components/Switch.tsx';
import { type PluralKey, useText } from '../../components/text.tsx';
import type { Level } from '../../glossary/model.ts';
import type { Settings } from '../shared/settings.ts';

interface PopupFooterProps {
  /** How many terms are lit on the page, or `null` where it cannot be read. */
  readonly count: number | null;
  /** How many of them are of each level. */
  readonly levels: Readonly<Record<Level, number>>;
  /** What the page has cost, in milliseconds. */
  readonly cost: number;
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

const LEVELS = [
  ['specialist', 'litSpecialist'],
  ['general', 'litGeneral'],
  ['everyday', 'litEveryday'],
] as const satisfies readonly (readonly [Level, PluralKey])[];

/** Quiet, and always in view. */
export function PopupFooter(props: PopupFooterProps) {
  const { count, levels, cost, site, isOn, isPrivate, pausedUntil, onSwitch, onPause, onSidePanel, onOptions } = props;
  const { t, tn, lang } = useText();
  const milliseconds = new Intl.NumberFormat(lang, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 });
  const facts = LEVELS.filter(([level]) => levels[level]).map(([level, message]) => tn(message, levels[level]));
  if (count !== null) facts.push(milliseconds.format(Math.ceil(cost)));
  return (
    <footer class="popup-footer">
      {isPrivate && <p class="secondary">{t('sitePrivate')}</p>}
      {site !== null && !isPrivate && <Switch label={t('siteSwitch', site)} checked={isOn} onChange={onSwitch} />}
      <PauseLine pausedUntil={pausedUntil} onPause={onPause} />
      <div class="action-line">
        <span>
          <span class="secondary">{count !== null && tn('termsOnPage', count)}</span>
          {facts.length > 0 && (
            <span class="popup-facts small" title={t('pageCost')}>
              {facts.map((fact) => (
                <span key={fact}>{fact} </span>
              ))}
            </span>
          )}
        </span>
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
