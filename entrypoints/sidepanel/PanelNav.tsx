// The line above a view that leads back to this page's terms.
import { useText } from '../../components/text.tsx';
import { hrefOf } from './route.ts';

/** A link to the terms of this page. */
export function PanelNav({ onPage }: { onPage: () => void }) {
  const { t } = useText();
  return (
    <nav class="panel-nav">
      <a
        href={hrefOf(null)}
        onClick={(event) => {
          event.preventDefault();
          onPage();
        }}
      >
        {t('pageTerms')}
      </a>
    </nav>
  );
}
