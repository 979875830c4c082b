// The line above every view: back and forward, and the panel's places.
import { type MessageKey, useText } from '../../components/text.tsx';
import type { PanelPlace, PanelView } from '../shared/side-panel.ts';
import { addressOf } from './route.ts';

const PLACES: readonly { readonly view: PanelPlace | undefined; readonly name: MessageKey }[] = [
  { view: undefined, name: 'pageTerms' },
  { view: 'quotations', name: 'quotations' },
  { view: 'saved', name: 'saved' },
  { view: 'history', name: 'history' },
];

interface PanelNavProps {
  readonly current: PanelView;
  readonly onGo: (view: PanelView) => void;
}

/** The place that is shown is marked; a term or a text belongs to none. */
export function PanelNav({ current, onGo }: PanelNavProps) {
  const { t } = useText();
  const { term, find, add, change } = current;
  const isNoPlace = [term, find, add, change].some((named) => named !== undefined);
  return (
    <nav class="panel-nav" aria-label={t('openSidePanel')}>
      <HistoryButtons />
      <ul>
        {PLACES.map(({ view, name }) => (
          <li key={name}>
            <a
              href={addressOf({ view })}
              aria-current={!isNoPlace && view === current.view ? 'page' : undefined}
              onClick={(event) => {
                event.preventDefault();
                onGo({ view });
              }}
            >
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A panel has no buttons of the browser's. Rendered anew with each view, when there may be more or less to go back to. */
function HistoryButtons() {
  const { t } = useText();
  const { canGoBack, canGoForward } = navigation;
  return (
    <div class="panel-history">
      <ArrowButton label={t('panelBack')} path="m10 3-5 5 5 5" isOff={!canGoBack} onClick={() => history.back()} />
      <ArrowButton
        label={t('panelForward')}
        path="m6 3 5 5-5 5"
        isOff={!canGoForward}
        onClick={() => history.forward()}
      />
    </div>
  );
}

interface ArrowButtonProps {
  readonly label: string;
  readonly path: string;
  readonly isOff: boolean;
  readonly onClick: () => void;
}

/** Stays in the order of the keyboard while it is off, so that the focus is not lost by using it. */
function ArrowButton({ label, path, isOff, onClick }: ArrowButtonProps) {
  return (
    <button
      type="button"
      class="arrow-button"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={() => !isOff && onClick()}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}
