import { useState } from 'react';
import type { PersonView } from '../../../../../server/src/modules/accounts/contract';
import { FormDialog } from '../../../shared/form-dialog';
import { SearchChoice, type SearchOption } from '../../../shared/search-choice';
import { useTranslate } from '../../../shared/translate';
import { findContacts } from './api';

interface FindContactProps {
  title: string;
  /** Document ids. */
  without: string[];
  onFound: (person: PersonView) => void;
  onClose: () => void;
}

/** Any contact, a member of the account or not. */
export const FindContact = ({ title, without, onFound, onClose }: FindContactProps) => {
  const t = useTranslate();
  const [chosen, setChosen] = useState<SearchOption | null>(null);
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    if (!chosen) {
      setMissing(true);
      return;
    }
    const { documentId, name, detail } = chosen;
    onFound({ documentId, displayName: name, email: detail });
    onClose();
  };
  return (
    <FormDialog
      title={title}
      submitLabel={t('common.save')}
      isBusy={false}
      onClose={onClose}
      onSubmit={submit}
    >
      <SearchChoice
        label={t('people.find')}
        kind="contacts"
        find={findContacts}
        without={without}
        chosen={chosen}
        onChoose={setChosen}
        error={isMissing && !chosen ? t('people.choose') : undefined}
      />
    </FormDialog>
  );
};
