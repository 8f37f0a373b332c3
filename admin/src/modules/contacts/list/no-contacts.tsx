import { Suspense } from 'react';
import { useFirstMinutes } from '../../../shared/admin-modules-context';
import { EmptyList } from '../../../shared/list/empty-list';
import { useTranslate } from '../../../shared/translate';

/** Nothing matches (with the way back), or nothing is there yet (with the way to start). */
export const NoContacts = ({ onClear }: { onClear?: () => void }) => {
  const t = useTranslate();
  const firstMinutes = useFirstMinutes();
  return (
    <EmptyList
      title={t(onClear ? 'list.noMatch' : 'list.empty')}
      hint={t(onClear ? 'list.noMatchHint' : 'list.emptyHint')}
      onClear={onClear}
    >
      <Suspense fallback={null}>
        {firstMinutes.map(({ name, FirstMinute }) => (
          <FirstMinute key={name} />
        ))}
      </Suspense>
    </EmptyList>
  );
};
